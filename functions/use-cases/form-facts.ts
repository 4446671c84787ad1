import type { Answer } from '@shared/contract'
import type { ActName } from '@shared/model/application'
import { lastOf } from '@shared/rules/application-order'
import { evaluate } from '@shared/rules/evaluate'
import { localDateIn } from '@shared/rules/local-date-in'
import { type ActFacts, dayAfter } from '../core/act-conditions'
import { dateOf } from '../core/date-of-step'
import { afterWorkingDays } from '../core/working-days'

type FormFacts = NonNullable<Answer<'showApplication'>['ahead']>
/** How many days back a notice's end is worked out for. */
const noticeDays = 31

/** What the caller's forms say before they are sent: the number and places a pre-review would take, the points, the ends of notices begun on recent days, how many mentors. */
export const formFacts = (facts: ActFacts, mine: readonly ActName[]): FormFacts | undefined => {
  const { application, plan, procedure: { content }, calendar, timeZone, now } = facts
  const today = localDateIn(timeZone, now)
  const points = mine.includes('record-route') ? evaluate(facts.caseAt(now)).requirements.find(({ kind }) => kind === 'points') : undefined
  const reviewed = application && lastOf(application, 'pre-review')
  const first = reviewed && dateOf(timeZone, reviewed)
  const days = Array.from({ length: noticeDays }, (_, i) => dayAfter(today, -i)).filter((day) => first === undefined || day >= first)
  const found: FormFacts = {
    ...(mine.includes('pre-review') && { number: reviewed?.facts.number ?? plan?.number, quota: plan?.lines.map(({ key, left }) => ({ grade: key.slice(key.indexOf('#') + 1), left })) ?? [] }),
    ...(points && { points: { points: Number(points.achieved), needed: points.required } }),
    ...((mine.includes('record-route') || mine.includes('name-activist')) && { routes: content.activist.routes, needed: content.activist.need, mentors: content.activist.mentors }),
    ...(mine.includes('open-notice') && { notices: days.flatMap((from) => { const until = afterWorkingDays(calendar, from, content.notice.workingDays); return until === undefined ? [] : [{ from, until }] }), workingDays: content.notice.workingDays }),
    ...(mine.includes('fill-form') && { introducers: content.introducers }),
  }
  return Object.keys(found).length ? found : undefined
}
