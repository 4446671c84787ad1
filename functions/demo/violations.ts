import type { ActName, Tally } from '@shared/model/application'
import type { ProcedureContent } from '@shared/model/procedure'
import type { LedgerEntry } from '@shared/model/ledger'
import type { ActFacts } from '../core/act-conditions'
import { addDays, yearsBefore } from './calendar'
import type { Part } from './cast'
import type { StudentLedger } from './entries'
import type { Bend } from './journey'
import type { DemoStudent } from './people'
import type { Aims } from './profiles'
import type { Random } from './random'
import { paceOf, type Schedule, scheduleBack, scheduleOf } from './schedule'

/** What is planted in the demo county, one each: archived, with chains and heads that fit, so that only the violation check finds it. */
export type PlantedKey =
  | 'under-age' | 'over-age' | 'seven-lessons' | 'exam-failed' | 'two-months' | 'short-notice' | 'form-on-lesson' | 'introducer-elsewhere' | 'no-majority' | 'approver-reviewed' | 'number-outside' | 'over-quota'

/** The branch whose places are all taken before anybody asks: one was admitted all the same. */
export const branchWithoutPlaces = 'wangcang.s10.b03'

interface Plant {
  branch: string
  bends?: Partial<Record<ActName, Bend>>
  aims?: Partial<Aims>
  live?: (ledger: StudentLedger, dates: Schedule) => void
  entries?: (entries: LedgerEntry[], committee: string) => LedgerEntry[]
  tally?: Tally
  elsewhere?: true
  /** Lays the way, and may move the student's birth date. */
  dates?: (random: Random, today: string, content: ProcedureContent, student: DemoStudent) => Schedule
}

const content = (change: (content: ProcedureContent) => Partial<ProcedureContent>): Bend => ({ facts: (facts) => ({ ...facts, procedure: { ...facts.procedure, content: { ...facts.procedure.content, ...change(facts.procedure.content) } } }) })
/** Rules that ask for nothing. */
const lenient: Bend = { facts: (facts) => ({ ...facts, caseAt: (ms) => { const aCase = facts.caseAt(ms); return { ...aCase, ruleSet: { ...aCase.ruleSet, requirements: [] } } } }) }
const bornOn = (birthDate: string): Bend => ({ facts: (facts: ActFacts) => ({ ...facts, birthDate, caseAt: (ms) => { const aCase = facts.caseAt(ms); return { ...aCase, person: { ...aCase.person, birthDate } } } }) })
const sixteen: Bend = { facts: (facts) => bornOn(yearsBefore(new Date(facts.now).toISOString().slice(0, 10), 16)).facts?.(facts) ?? facts }

export const plants: Record<PlantedKey, Plant> = {
  'under-age': {
    branch: 'wangcang.s03.b02', bends: { apply: sixteen },
    dates: (random, today, policy, student) => {
      const dates = scheduleBack('archive', random.int(100, 140), today, paceOf(random), policy)
      // A letter of long ago, and a year as an activist.
      const early = Object.fromEntries((['letter', 'talk', 'route', 'activist', 'firstTalk', 'secondTalk'] as const).map((act) => [act, addDays(dates[act], -270)])) as Partial<Schedule>
      student.birthDate = addDays(yearsBefore(early.letter ?? dates.letter, 14), 20)
      return { ...dates, ...early }
    },
  },
  'over-age': {
    branch: 'wangcang.t05.b01', bends: { vote: sixteen },
    dates: (random, today, policy, student) => {
      const dates = scheduleBack('archive', random.int(60, 90), today, paceOf(random), policy)
      student.birthDate = yearsBefore(addDays(dates.vote, -1), 28)
      return dates
    },
  },
  'seven-lessons': { branch: 'wangcang.s01.b03', aims: { league: 7 }, bends: { 'propose-candidate': lenient, vote: lenient } },
  'exam-failed': { branch: 'wangcang.s01.b04', aims: { scores: [52] }, bends: { 'propose-candidate': lenient, vote: lenient } },
  'two-months': {
    branch: 'wangcang.s02.b03', bends: { 'propose-candidate': content(({ cultivation }) => ({ cultivation: { ...cultivation, months: 2 } })) },
    dates: (random, today, policy) => {
      const dates = scheduleBack('archive', random.int(60, 150), today, { ...paceOf(random), activist: 66 }, policy)
      return { ...dates, secondTalk: addDays(dates.activist, 50) }
    },
  },
  'short-notice': {
    branch: 'wangcang.s02.b04', bends: Object.fromEntries((['open-notice', 'close-notice'] as const).map((act) => [act, content(({ notice }) => ({ notice: { ...notice, workingDays: 4 } }))])),
    // Over the holiday of 1 May, counted by somebody who did not look at the calendar.
    dates: (random, today, policy) => {
      const years = [0, 1].map((back) => Number(today.slice(0, 4)) - back)
      const year = years.find((one) => addDays(`${one}-05-01`, 80) < today) ?? Number(today.slice(0, 4)) - 1
      return scheduleOf(`${year}-04-26`, { ...paceOf(random), preReview: 1, open: 1 }, policy, 4)
    },
  },
  'form-on-lesson': { branch: 'wangcang.s03.b03', bends: { 'fill-form': lenient }, live: (ledger, { form }) => ledger.lesson('league-class', 11, form) },
  'introducer-elsewhere': { branch: 'wangcang.s03.b04', elsewhere: true, bends: { 'fill-form': { people: (people) => new Map([...people].map(([id, one]) => [id, { ...one, branch: 'wangcang.s03.b04' }])) } } },
  'no-majority': { branch: 'wangcang.t01.b01', tally: { present: 4, for: 2, against: 1, abstain: 1 }, bends: { vote: content(({ vote }) => ({ vote: { ...vote, majority: { moreThan: [1, 4], of: 'present' } } })) } },
  'approver-reviewed': {
    branch: 'wangcang.t09.b01', bends: { approve: { facts: (facts) => ({ ...facts, reviewers: [] }) } },
    entries: (entries, committee) => {
      const first = entries.findIndex((entry) => entry.type === 'decision' && entry.verdict === 'approved')
      return entries.map((entry, i) => (i === first ? { ...entry, by: committee } : entry))
    },
  },
  'number-outside': { branch: 'wangcang.t14.b01', bends: { 'pre-review': { facts: (facts) => ({ ...facts, plan: { lines: facts.plan?.lines ?? [], number: facts.plan?.number && `${facts.plan.number.slice(0, 6)}900014` } }) } } },
  'over-quota': { branch: branchWithoutPlaces, bends: { 'pre-review': { facts: (facts) => ({ ...facts, plan: { number: facts.plan?.number, lines: (facts.plan?.lines ?? []).map(({ key }) => ({ key, left: 1 })) } }) } } },
}

export const plantedStudents = (Object.entries(plants) as [PlantedKey, Plant][]).map(([key, plant]) => ({
  branch: plant.branch,
  part: (random: Random, today: string, policy: ProcedureContent, student: DemoStudent): Part => {
    const dates = plant.dates?.(random, today, policy, student) ?? scheduleBack('archive', random.int(60, 150), today, paceOf(random), policy)
    return { course: 'planted', dates, anchor: addDays(dates.propose, -2), planted: key }
  },
}))
