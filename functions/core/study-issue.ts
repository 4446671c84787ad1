import { type NamedIssue, plain } from '@shared/model/import'

const digits = '零一二三四五六七八九'

/** 1 to 99 in Chinese or Arabic figures; NaN else. */
const numberOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  const tens = /^([一二三四五六七八九]?)(十?)([零一二三四五六七八九]?)$/.exec(text)
  if (!tens || text === '') return Number.NaN
  const [, before = '', ten = '', last = ''] = tens
  if (ten === '') return before !== '' && last !== '' ? Number.NaN : digits.indexOf(before || last)
  return (before === '' ? 1 : digits.indexOf(before)) * 10 + (last === '' ? 0 : digits.indexOf(last))
}

/** 第十五季第3期 and 15季第三期 by one key, 2026年第20期 and 2026-20 by another. */
const keysOf = (text: string): string[] => {
  const tight = text.normalize('NFKC').replaceAll(/\s+/g, '')
  const season = /第?([\d一二三四五六七八九十]+)季.{0,3}?第?([\d一二三四五六七八九十]+)[期课]/.exec(tight)
  const year = /(20\d\d)年?度?第?([\d一二三四五六七八九十]+)期/.exec(tight) ?? /(?:^|\D)(20\d\d)-(\d{1,3})(?:\D|$)/.exec(tight)
  const key = (kind: string, parts: RegExpExecArray | null) => (parts ? [`${kind} ${numberOf(parts[1] ?? '')} ${numberOf(parts[2] ?? '')}`] : [])
  return [...key('season', season), ...key('year', year)].filter((one) => !one.includes('NaN'))
}

/** Finds the one published issue that a text names: by id, by title, by season and number or by year and number. undefined: none, or more than one. */
export const issueFinder = (issues: readonly NamedIssue[]) => {
  const named = issues.map((issue) => ({ issue, title: plain(issue.title ?? ''), keys: [...keysOf(issue.id), ...keysOf(issue.title ?? '')] }))
  return (text: string): NamedIssue | undefined => {
    const [wanted, keys] = [plain(text), keysOf(text)]
    const exact = named.filter(({ issue, title }) => plain(issue.id) === wanted || (title !== '' && title === wanted))
    const found = exact.length ? exact : named.filter((one) => one.keys.some((key) => keys.includes(key)))
    return found.length === 1 ? found[0]?.issue : undefined
  }
}
