import { createHash } from 'node:crypto'
import type { LedgerEntry } from '@shared/model/ledger'
import type { ProcedureContent } from '@shared/model/procedure'
import { applicationOf, type DemoStep } from './applications'
import { at } from './calendar'
import { type Part, shownBranch } from './cast'
import { CountyPlan } from './county-plan'
import type { Actor } from './journey'
import { branchPlans, countyId } from './orgs'
import type { DemoPeople, DemoStudent } from './people'
import type { Photos } from './photos'
import type { DemoPolicy } from './policy'
import { paperOf } from './papers'
import { branchWithoutPlaces } from './violations'

/** A file of an application, as the product keeps it. */
export interface DemoPaper {
  personId: string
  fileId: string
  sha256: string
  bytes: number
  contentType: string
  kind: 'scan' | 'e-file'
  pages: number
  at: string
  by: string
  content: Uint8Array
}

/** Places of a branch in a year. */
const placesOf = (branch: string): number => (branch === branchWithoutPlaces ? 0 : branch === shownBranch ? 8 : 5)

/** Lets everybody's application go its way, in the order in which they come to the committees: numbers are given in it. Whoever is filed is a member from the meeting on. */
export const admit = (people: DemoPeople, ledgers: ReadonlyMap<string, LedgerEntry[]>, cast: ReadonlyMap<DemoStudent, Part>, policy: DemoPolicy, procedure: ProcedureContent, photos: Photos, today: string) => {
  for (const [student, { since }] of cast) if (since !== undefined) student.leagueMember = { since }
  const committees = [...new Set(branchPlans.map(({ above }) => above))]
  const plan = new CountyPlan(committees, procedure.number.province, placesOf)
  // This year's ranges and places are there whether somebody used them or not.
  for (const { id, above } of branchPlans) {
    plan.range(above, Number(today.slice(0, 4)))
    plan.quota(above, id, Number(today.slice(0, 4)))
  }
  const papers: DemoPaper[] = []
  const membersOn = (date: string) => new Map(people.students.map(({ personId, branch, leagueMember }) => [personId, { branch, isMember: leagueMember !== undefined && leagueMember.since <= date }]))
  const around = { policy, procedure, plan, membersOn }
  const actor = (personId: string | undefined, role: Actor['role'], scope: string): Actor => ({ personId: personId ?? '', role, scope })
  const applications = new Map<string, DemoStep[]>()
  const inOrder = [...cast].filter(([, { dates }]) => dates).sort(([one, { dates: a }], [other, { dates: b }]) => ((a?.preReview ?? '') < (b?.preReview ?? '') || (a?.preReview === b?.preReview && one.personId < other.personId) ? -1 : 1))
  for (const [student, part] of inOrder) {
    const old = people.students.filter(({ personId, leagueMember }) => personId !== student.personId && leagueMember !== undefined && leagueMember.since <= (part.dates?.form ?? today))
    const fileFor = (personId: string, kind: 'form' | 'e-file', date: string): DemoPaper => {
      const content = paperOf(`${kind} ${personId} ${date}`)
      const sha256 = createHash('sha256').update(content).digest('hex')
      const by = kind === 'form' ? people.committeeOf.get(student.plan.above) : student.secretary
      const paper: DemoPaper = { personId, fileId: `file-${sha256.slice(0, 16)}`, sha256, bytes: content.length, contentType: 'application/pdf', kind: kind === 'form' ? 'scan' : kind, pages: 1, at: at(date, 9 * 60), by: by ?? '', content }
      papers.push(paper)
      return paper
    }
    const steps = applicationOf(student, ledgers.get(student.personId) ?? [], part, {
      around, photos, today, fileFor,
      people: {
        self: actor(student.personId, 'student', student.branch), secretary: actor(student.secretary, 'branch-secretary', student.branch),
        committee: actor(people.committeeOf.get(student.plan.above), 'committee', student.plan.above), county: actor(people.committeeOf.get(countyId), 'county-committee', countyId),
      },
      company: { own: old.filter(({ branch }) => branch === student.branch).map(({ personId, name }) => ({ personId, name })), elsewhere: old.find(({ branch }) => branch !== student.branch)?.personId ?? '' },
    })
    if (steps.length > 0) applications.set(student.personId, steps)
    const filed = steps.find((step) => step.act === 'file')
    const voted = steps.findLast((step) => step.act === 'vote')
    if (filed && voted) student.leagueMember = { since: voted.facts.date, number: filed.facts.number }
  }
  return { applications, plan, papers }
}
