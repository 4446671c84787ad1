/** The middle one. */
export const p50 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** Measures A, B, C, A, B, C …: `rounds` of each, of which the first `warmUp` are left out. What slows the machine slows them all. */
export const interleaved = async <T>(rounds: number, warmUp: number, measures: [() => Promise<T>, () => Promise<T>, () => Promise<T>]): Promise<[T[], T[], T[]]> => {
  const found: [T[], T[], T[]] = [[], [], []]
  for (let round = 0; round < rounds; round++) for (const [i, measure] of measures.entries()) found[i]?.push(await measure())
  return found.map((values) => values.slice(warmUp)) as typeof found
}
