/**
 * Runs a scheduled function here as serverless.yml says, every so many minutes, and first after one, for a start is busy enough; what the cloud runs at an hour
 * of the day is left out. A run that takes longer than that is not begun a second time.
 */
export const startSchedule = (name: string, schedule: string | { rate: string; input?: object }, run: (input: object) => Promise<unknown>): { stop(): Promise<void> }[] => {
  const { rate, input = {} } = typeof schedule === 'string' ? { rate: schedule } : schedule
  const minutes = Number(rate.match(/^rate\((\d+) minutes?\)$/)?.[1])
  if (!minutes) return []
  let running: Promise<unknown> | undefined
  const begin = () => {
    running ??= run(input).catch((error: unknown) => console.error(`${name}:`, error)).finally(() => {
      running = undefined
    })
  }
  const timers = [setTimeout(begin, 60_000), setInterval(begin, minutes * 60_000)]
  return [{
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      await running
    },
  }]
}
