const day = 86_400_000
const beijing = 8 * 3_600_000

/** A clock for a stage and its browsers that runs as the machine's does and can be put forward. Dates are the county's. */
export const testClock = () => {
  let ahead = 0
  const now = () => Date.now() + ahead
  const dateOf = (ms: number) => new Date(ms + beijing).toISOString().slice(0, 10)
  const goTo = (date: string) => {
    const to = Date.parse(`${date}T09:00:00+08:00`)
    if (to < now()) throw new Error(`${date} is over: time runs forward`)
    ahead = to - Date.now()
  }
  const dateIn = (days: number) => dateOf(now() + days * day)
  return { now, today: () => dateIn(0), dateIn, goTo, goOn: (days: number) => goTo(dateIn(days)) }
}
