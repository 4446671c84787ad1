import type { RowProblem, RowProblemCode } from './roster'

/** What other platforms' sheets are taken over as; each is a category of records too. */
export const importKinds = ['volunteering', 'youth-study'] as const
export type ImportKind = (typeof importKinds)[number]

/** The platforms to choose from, by their own names; any other is named by hand. */
export const platforms = {
  volunteering: { 'zhiyuan-sichuan': '志愿四川', 'zhiyuan-zhongguo': '志愿中国', 'zhongguo-zhiyuan': '中国志愿服务网', zhiyuanhui: '志愿汇' },
  'youth-study': { 'qingnian-daxuexi': '青年大学习', 'tianfu-xinqingnian': '天府新青年' },
} as const satisfies Record<ImportKind, Record<string, string>>

const namesOf = (kind: ImportKind): [string, string][] => Object.entries(platforms[kind])
const byHand = 'other:'

/** A name by hand in one spelling: 志愿汇 App, 志愿汇app and 「志愿汇」APP are one. */
export const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The platform as it is kept: one of the list by its key, whether chosen or spelled out, any other by its name in one spelling. undefined: none of this kind. */
export const platformKey = (kind: ImportKind, platform: string, name = ''): string | undefined => {
  if (platform !== 'other') return namesOf(kind).find(([key]) => key === platform)?.[0]
  const written = plain(name)
  return written === '' ? undefined : (namesOf(kind).find(([, listed]) => plain(listed) === written)?.[0] ?? `${byHand}${written}`)
}

/** What a platform is called. */
export const platformName = (key: string): string => (key.startsWith(byHand) ? key.slice(byHand.length) : (importKinds.flatMap(namesOf).find(([listed]) => listed === key)?.[1] ?? key))

/** A published study issue as a sheet may call it. */
export interface NamedIssue {
  id: string
  title?: string | undefined
  publishedAt: string
}

/** The columns that are read of each kind of sheet. Phone and identity numbers are not: nothing here is told by them. */
export const importColumns = {
  volunteering: ['name', 'studentNumber', 'className', 'project', 'date', 'start', 'end', 'hours', 'place', 'certificate', 'externalId'],
  'youth-study': ['name', 'studentNumber', 'className', 'issue', 'completedAt', 'done', 'externalId'],
} as const satisfies Record<ImportKind, readonly string[]>
export type ImportColumn = (typeof importColumns)[ImportKind][number]
export const allImportColumns = [...new Set<ImportColumn>([...importColumns.volunteering, ...importColumns['youth-study']])] as readonly ImportColumn[]

/** What can be wrong with a row of such a sheet, besides what can be with one of a roster. */
export const importProblemCodes = [
  'date-without-year', // 3月7日
  'not-a-time',
  'not-hours',
  'hours-unit', // 150: hours or minutes?
  'end-before-start',
  'in-future',
  'too-old', // before 2010
  'guardian-consent-needed', // under 14
  'longer-than-a-day',
  'more-than-duration', // more hours than from start to end
  'too-short', // an external id of less than four characters is a row's number
  'unknown-issue', // the county has published none that is called so
  'not-done', // the sheet says that it was not completed
  'not-a-candidate', // the person chosen is none of those offered
  'own-record', // nobody imports for themselves
  'other-content', // the same external id came before with other times
  'revoked', // imported before and revoked by a reviewer since: it stays so
] as const
export type ImportProblemCode = RowProblemCode | (typeof importProblemCodes)[number]
export type ImportProblem = RowProblem<ImportColumn, ImportProblemCode>

/**
 * A row's fate. `new`, `cut` and `overlaps` are entered as they are; of `cut` a part counts, of `overlaps` nothing, for other records cover that time (or
 * that study issue: then there is nothing to enter). `same` is here from an earlier import or an earlier row.
 */
export const importFates = ['new', 'cut', 'same', 'overlaps', 'unknown-person', 'ambiguous-name', 'refused'] as const
export type ImportFate = (typeof importFates)[number]

/** Where a record came from, as its entry keeps it. */
export interface RecordOrigin {
  /** See `platformKey`. */
  platform: string
  externalId?: string | undefined
  certificate?: string | undefined
  importId: string
  /** The sheet names a day and hours, no times: those of the record were chosen here. */
  timesChosen?: true | undefined
}
