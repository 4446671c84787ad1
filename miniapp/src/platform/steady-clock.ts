/** One reading of a clock that nobody can set. Two readings may be subtracted; with different `hides` the device may have slept between, and the clock with it. */
export interface Steady { ms: number; hides: number }

/** None in WeChat: its mini-programs have no such clock that is documented (that of its games counts microseconds). */
export const steadyClock = (): Steady | undefined => undefined
