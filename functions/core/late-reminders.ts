import { above } from '@shared/model/org'
import type { ProcedureContent } from '@shared/model/procedure'
import type { Waits } from '@shared/model/progress'
import { dayAfter } from './act-conditions'
import { waitingOf } from './waiting'

export interface BranchWaits {
  branch: string
  waits: readonly { application: Waits; eligible: boolean; n: number }[]
}

/** What becomes late on a day: applications that wait for the organisation itself, and those that it sees from then on because one below it has let them wait. */
export interface LateReminder {
  own: number
  below: number
}

/** Who speaks for an organisation: of a county, a committee, a branch. */
const speakers = ['county-committee', 'committee', 'branch-secretary'] as const
export const speakerOf = (org: string): (typeof speakers)[number] | undefined => speakers[above(org).length]

/** Whom to remind on a local date, by organisation: each application once, on the first day that it is late, and the level above on the first day that it shows there (spec/admission-procedure.md, "Nobody waits unseen"; reminder of an approval after 30 days). */
export const lateReminders = (day: string, branches: readonly BranchWaits[], content: ProcedureContent): Map<string, LateReminder> => {
  const reminders = new Map<string, LateReminder>()
  const add = (org: string | undefined, what: keyof LateReminder, n: number) => {
    if (org === undefined) return
    const there = reminders.get(org) ?? { own: 0, below: 0 }
    reminders.set(org, { ...there, [what]: there[what] + n })
  }
  for (const { branch, waits } of branches)
    for (const { application, eligible, n } of waits) {
      const { by, due, since, escalated } = waitingOf(application, eligible, content, day)
      const waitedFor = [branch, ...above(branch)].filter((org) => by.some((role) => role === speakerOf(org)))
      if (due !== undefined && dayAfter(due) === day) for (const org of waitedFor) add(org, 'own', n)
      if (escalated && dayAfter(since, content.waiting.escalateAfterDays + 1) === day) for (const org of new Set(waitedFor.flatMap((one) => above(one)[0] ?? []))) if (!waitedFor.includes(org)) add(org, 'below', n)
    }
  return reminders
}
