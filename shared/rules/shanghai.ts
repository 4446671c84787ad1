import { dayMs, parseDay } from './local-date'

/**
 * Asia/Shanghai without Intl, which WeChat's engines may lack: local mean time until 1901, summer time in 1919, the 1940s and 1986-1991, then +08:00
 * for good (tz database 2025c). Epoch seconds of each change; from the first on, standard and summer time take turns.
 */
export const shanghaiMeanTimeMs = 29_143_000
export const shanghaiStandardMs = 28_800_000
export const shanghaiSummerMs = 32_400_000

export const shanghaiChangesAt: readonly number[] = [
  -2177481943, -1600675200, -1585904400, -933667200, -922093200, -908870400, -888829200, -881049600, -767869200, -745833600, -733827600, -716889600,
  -699613200, -683884800, -670669200, -652348800, -650019600, 515527200, 527014800, 545162400, 558464400, 577216800, 589914000, 608666400, 621968400,
  640116000, 653418000, 671565600, 684867600,
].map((seconds) => seconds * 1000)

/** The first instant (epoch ms) of a local date (YYYY-MM-DD) since 1992, when Shanghai's clock was last moved; NaN where there is no such date. */
export const shanghaiMidnight = (localDate: string): number => (parseDay(localDate) ?? Number.NaN) * dayMs - shanghaiStandardMs
