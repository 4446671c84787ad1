/** The rule set's zone, Asia/Shanghai: UTC+8 since 1992. WeChat has no dependable Intl. */
const offsetMs = 8 * 3_600_000
const local = (instant: string | number) => new Date(new Date(instant).getTime() + offsetMs)

/** YYYY-MM-DD, Beijing time. */
export const localDate = (instant: string | number): string => local(instant).toISOString().slice(0, 10)
/** HH:mm, Beijing time. */
export const localTime = (instant: string | number): string => local(instant).toISOString().slice(11, 16)

/** An instant from a local date and time in Beijing. */
export const instantOf = (date: string, time: string): string => `${date}T${time}:00+08:00`
