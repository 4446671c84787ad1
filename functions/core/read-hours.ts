import { type Cell, tightOf } from './sheet-cell'

/** What a duration's number is in, where the header says so: 服务时长（分钟）. */
export const unitOf = (header: Cell | undefined): 'hours' | 'minutes' | undefined => {
  const text = tightOf(header).toLowerCase()
  if (/分钟|min/.test(text)) return 'minutes'
  return /小时|时数|\(时\)|\(h|hour/.test(text) ? 'hours' : undefined
}

const inWords = /^(?:(\d+(?:\.\d+)?)(?:个)?(半)?(?:小时|时|h|hours?|hrs?))?(?:零)?(?:(\d+(?:\.\d+)?)(?:分钟|分|min(?:ute)?s?|m))?$/i

/** Whole minutes; a bare number is in the header's unit, else hours, for which more than 24 are too many to be sure. undefined where there is nothing. */
export const readHours = (cell: Cell | undefined, unit: 'hours' | 'minutes' | undefined): { minutes: number } | { fault: 'not-hours' | 'hours-unit' } | undefined => {
  const positive = (minutes: number) => (minutes > 0 ? { minutes: Math.round(minutes) || 1 } : { fault: 'not-hours' as const })
  // A duration that was formatted as a time: 2:30 on the day that numbers begin with, 26:00 on the day after.
  if (cell instanceof Date) {
    const since = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)].map((epoch) => (cell.getTime() - epoch) / 60_000).filter((minutes) => minutes >= 0 && minutes < 31 * 1440)
    return since[0] === undefined ? { fault: 'not-hours' } : positive(since[0])
  }
  const text = tightOf(cell)
  if (text === '') return undefined
  if (/^\d+(\.\d+)?$/.test(text)) {
    if (unit === 'minutes') return positive(Number(text))
    return Number(text) > 24 && unit === undefined ? { fault: 'hours-unit' } : positive(Number(text) * 60)
  }
  const clock = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/.exec(text)
  if (clock) return positive(Number(clock[1]) * 60 + Number(clock[2]))
  if (text === '半小时' || text === '半个小时') return { minutes: 30 }
  const parts = inWords.exec(text)
  if (!parts || (parts[1] === undefined && parts[3] === undefined)) return { fault: 'not-hours' }
  return positive(Number(parts[1] ?? 0) * 60 + (parts[2] ? 30 : 0) + Number(parts[3] ?? 0))
}
