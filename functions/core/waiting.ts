import type { ActName } from '@shared/model/application'
import type { ProcedureContent } from '@shared/model/procedure'
import type { Waits } from '@shared/model/progress'
import { parseDay } from '@shared/rules/local-date'
import { dayAfter, monthsAfter } from './act-conditions'
import { type ActorName, actorsOf } from './actors-of'

/** Whom an application waits for, since when, and whether too long. Dates are local dates; nothing here ever changes a state. */
export interface Waiting {
  act?: ActName
  by: readonly ActorName[]
  /** From when whoever it waits for could have acted. */
  since: string
  /** Whole days since then; 0 before. */
  days: number
  /** The act cannot be done earlier: the notice's end, the end of cultivation. */
  from?: string
  /** The last day that is not late, and what makes it so. */
  due?: string
  dueFor?: 'talk' | 'approval' | 'filing' | 'waiting'
  late: boolean
  /** Waits for staff for longer than the procedure lets it unseen: shows at the level above. */
  escalated: boolean
}

const staffRoles: readonly ActorName[] = ['branch-secretary', 'committee', 'county-committee']
const daysFrom = (from: string, to: string): number => Math.max(0, (parseDay(to) ?? 0) - (parseDay(from) ?? 0))

/** The act that is waited for by the figures too: nobody is proposed before the talks were had, and the applicant met what the rules ask. */
const waitedFor = ({ next, talks = 0 }: Waits, eligible: boolean, content: ProcedureContent): { act: ActName | undefined; by: readonly ActorName[] } => {
  if (next === undefined) return { act: undefined, by: [] }
  if (next !== 'propose-candidate') return { act: next, by: actorsOf(next, content) }
  if (talks < content.cultivation.mentorTalks) return { act: 'mentor-talk', by: ['mentor'] }
  return { act: next, by: eligible ? actorsOf(next, content) : ['student'] }
}

/** By the county's procedure, as of a local date (spec/admission-procedure.md, "Nobody waits unseen"). */
export const waitingOf = (application: Waits, eligible: boolean, content: ProcedureContent, today: string): Waiting => {
  const { on } = application
  const { act, by } = waitedFor(application, eligible, content)
  if (act === undefined) return { by, since: on, days: daysFrom(on, today), late: false, escalated: false }
  const from = act === 'close-notice' ? on : act === 'propose-candidate' ? monthsAfter(on, content.cultivation.months) : undefined
  const since = from !== undefined && from > on ? from : on
  const staff = by.some((one) => staffRoles.includes(one))
  const seenBy = dayAfter(since, content.waiting.escalateAfterDays)
  const own = act === 'talk' ? { due: monthsAfter(on, content.talk.withinMonths), dueFor: 'talk' as const }
    : act === 'approve' ? { due: dayAfter(on, content.approval.remindAfterDays), dueFor: 'approval' as const }
    : act === 'file' ? { due: dayAfter(on, content.filing.withinDays), dueFor: 'filing' as const }
    : staff || act === 'introduce' ? { due: seenBy, dueFor: 'waiting' as const }
    : undefined
  return { act, by, since, days: daysFrom(since, today), ...(from !== undefined && { from }), ...own, late: own !== undefined && today > own.due, escalated: staff && today > seenBy }
}
