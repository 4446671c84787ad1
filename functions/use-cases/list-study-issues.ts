import type { StudyIssueEntry } from '@shared/model/policy'
import { countyOf } from '@shared/model/org'
import { standingIssues } from '../core/fold-policy'
import type { UseCase } from '../http/app'
import { readIssueEntries } from '../store/policy'
import { namesOf } from './names-of'

/** An issue as answers show it. */
export const showIssue = ({ id, title, publishedAt, withdrawId, at, by }: StudyIssueEntry, now: number, names: ReadonlyMap<string, string>) => ({
  id, title, publishedAt, at, ...(by !== undefined && { byName: names.get(by) }),
  state: withdrawId !== undefined ? ('withdrawn' as const) : Date.parse(publishedAt) > now ? ('coming' as const) : ('published' as const),
})

/** What stands and what was withdrawn, the latest publication first; of one id what stands first. The cursor is the place in that order. */
export const listStudyIssues: UseCase<'listStudyIssues'> = async (context, { org, cursor, limit }) => {
  const entries = await readIssueEntries(context.table, countyOf(org), true)
  const withdrawn = entries.filter(({ withdrawId }) => withdrawId !== undefined)
  const all = [...standingIssues(entries), ...withdrawn].sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt) || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1))
  const from = /^\d{1,6}$/.test(cursor ?? '') ? Number(cursor) : 0
  const page = all.slice(from, from + limit)
  const names = await namesOf(context, page.map(({ by }) => by))
  return { items: page.map((entry) => showIssue(entry, context.now(), names)), ...(from + limit < all.length && { next: String(from + limit) }) }
}
