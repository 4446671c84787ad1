/** Holds the first `n` calls of `work` until all of them have come: a race, every time. Later calls go straight through. */
export const together = <Args extends unknown[], T>(n: number, work: (...args: Args) => Promise<T>): ((...args: Args) => Promise<T>) => {
  let arrived = 0
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  return async (...args) => {
    if (++arrived === n) open()
    if (arrived <= n) await gate
    return work(...args)
  }
}
