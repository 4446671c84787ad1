import type { Steady } from './steady-clock'

export type { Steady }

/** A phone sleeps only once its page is hidden. */
let hides = 0
document.addEventListener('visibilitychange', () => {
  if (document.hidden) hides++
})

export const steadyClock = (): Steady | undefined => ({ ms: performance.now(), hides })
