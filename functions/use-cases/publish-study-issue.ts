import { countyOf } from '@shared/model/org'
import { type Refusal, refuse } from '@shared/model/refusal'
import { standingIssues } from '../core/fold-policy'
import type { UseCase } from '../http/app'
import { readIssueEntries } from '../store/policy'
import { appendIssueEntry } from '../store/publish-policy'
import { instantOf } from './context'
import { showIssue } from './list-study-issues'
import { namesOf } from './names-of'
import { untilDecided } from './until-decided'

const year = 366 * 86_400_000

const faultOf = (aheadMs: number): Refusal | undefined => {
  if (aheadMs > year) return { refused: 'invalid-input', errors: [{ path: 'publishedAt', code: 'too-far', message: 'An issue comes out within a year' }] }
  return aheadMs < -5 * year ? { refused: 'invalid-input', errors: [{ path: 'publishedAt', code: 'too-old', message: 'The issue came out more than five years ago' }] } : undefined
}

/** Publishes a study issue as the county's next entry; its own id tells a repeated request. `append` is a parameter so that a test can take the guard away. */
export const publishStudyIssueBy = (append: typeof appendIssueEntry = appendIssueEntry): UseCase<'publishStudyIssue'> => (context, { org, id, title, publishedAt }, { actor }) =>
  untilDecided(context, async () => {
    const [now, county] = [context.now(), countyOf(org)]
    const entries = await readIssueEntries(context.table, county, true)
    const entry = { id, title, publishedAt: instantOf(Date.parse(publishedAt)), at: instantOf(now), by: actor.personId }
    const held = standingIssues(entries).find((one) => one.id === id)
    if (held && (held.title !== title || Date.parse(held.publishedAt) !== Date.parse(publishedAt))) return refuse('id-reused')
    const fault = held ? undefined : faultOf(Date.parse(publishedAt) - now)
    if (fault) return fault
    if (!held && !(await append(context.table, county, entries.length + 1, entry))) return undefined
    const shown = held ?? entry
    return showIssue(shown, now, await namesOf(context, [shown.by]))
  })

export const publishStudyIssue = publishStudyIssueBy()
