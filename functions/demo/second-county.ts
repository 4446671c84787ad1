import type { LedgerEntry } from '@shared/model/ledger'
import type { Org } from '@shared/model/org'
import { liveTheYear } from './activity'
import { addDays, yearsBefore } from './calendar'
import { StudentLedger } from './entries'
import { namesFrom } from './names'
import { type DemoPerson, type DemoStudent, newPersonId } from './people'
import type { Photos } from './photos'
import { policyOf } from './policy'
import { aimsOf } from './profiles'
import { randomOf } from './random'
import { volunteerThemes, type Theme } from './themes'

/** A small county beside the demo county, so that "nothing of another county" can be tried: one branch, three students, a secretary. */
export const secondCountyId = 'qingchuan'
const branch = `${secondCountyId}.s01.b01`

export const secondCounty = (today: string, photos: Photos) => {
  const random = randomOf('second county')
  const nextName = namesFrom(randomOf('second county names'))
  const orgs: Org[] = [
    { id: secondCountyId, kind: 'county', name: '青川县' },
    { id: `${secondCountyId}.s01`, kind: 'school', name: '乔溪中学' },
    { id: branch, kind: 'branch', name: '高一1班团支部', classes: ['高一1班'] },
    { id: `${secondCountyId}.t01`, kind: 'township', name: '沙溪镇' },
    { id: `${secondCountyId}.t01.home`, kind: 'home', name: '沙溪镇青年之家' },
  ]
  const secretary: DemoPerson = { personId: newPersonId(random), name: nextName(), roles: [{ name: 'branch-secretary', scope: branch }], openId: `o-${random.token(20)}` }
  const plan = { id: branch, above: `${secondCountyId}.s01`, aboveName: '乔溪中学', className: '高一1班', grade: 10, township: 1 }
  const students = Array.from({ length: 3 }, (_, i): DemoStudent => ({
    personId: newPersonId(random), name: nextName(), roles: [{ name: 'student', scope: branch }], birthDate: addDays(yearsBefore(today, 15), -random.int(1, 364)),
    branch, className: plan.className, studentNumber: `${today.slice(0, 4)}9900${i + 1}`, openId: `o-${random.token(20)}`, plan, home: `${secondCountyId}.t01.home`, secretary: secretary.personId,
  }))
  const policy = policyOf(secondCountyId, today)
  const ledgers = new Map<string, LedgerEntry[]>()
  for (const [i, student] of students.entries()) {
    const ledger = new StudentLedger(student, randomOf(`ledger ${student.personId}`), photos, today)
    liveTheYear(ledger, aimsOf((['ready', 'hours-short', 'beginner'] as const)[i] ?? 'ready', ledger.random), { today, past: [], studyIssues: policy.studyIssues })
    if (i === 1) ledger.selfReport({ theme: volunteerThemes[0] as Theme, date: addDays(today, -2), from: 17 * 60, minutes: 60, outcome: { verdict: 'pending' }, photos: 1 })
    ledgers.set(student.personId, ledger.entries())
  }
  return { orgs, staff: [secretary], students, policy, ledgers, student: students[0]?.personId ?? '', secretary: secretary.personId }
}
