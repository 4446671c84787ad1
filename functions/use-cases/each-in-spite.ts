/** Runs `work` for each item in turn, the others also where one fails. @throws the first fault, when all had their turn. */
export const eachInSpite = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const faults: unknown[] = []
  for (const item of items) await work(item).catch((fault) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}
