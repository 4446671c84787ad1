import type { ApplicationStep } from '@shared/model/application'
import type { LedgerEntry } from '@shared/model/ledger'
import type { NewStep } from '../core/act-on-application'
import { chainStep } from '../core/chain-step'
import type { AwkwardKey } from './awkward'
import { addDays, at, later, localDate, yearsBefore } from './calendar'
import { evaluatedAt, judgeAt } from './judge'
import type { DemoStudent } from './people'
import type { DemoPolicy } from './policy'
import { type Random, randomOf } from './random'

/** A step, and the salt of what is sealed in it. */
export type DemoStep = ApplicationStep & { salt: string }

/** What becomes of an application; `approved` only where `evaluate` agreed on that day, else it stays open. */
type Course = 'none' | 'applied' | 'returned' | 'approved' | 'withdrawn' | 'applied-again'

const letters = [
  '我志愿加入中国共产主义青年团，拥护团的纲领，遵守团的章程，执行团的决议，履行团员义务。过去一年我参加了志愿服务和团课学习，懂得了帮助别人也是成长。请团支部考验我。',
  '敬爱的团支部：我自愿申请加入共青团。在青年之家当志愿者的日子里，我学会了耐心和负责。今后我会更严格地要求自己，认真学习，积极参加集体活动，请支部接受我的申请。',
  '团支部：我申请加入中国共产主义青年团。我知道自己在学习上还不够主动，但我一直坚持参加青年大学习和社区服务。希望在团组织的帮助下继续进步。',
]
const returns = ['志愿服务时长还不够，补足后再申请。', '团课还没有学完，也没有参加结业考试，请先完成。', '入团志愿写得太简单，请写清楚自己的认识和做过的事。']

const assigned: Partial<Record<AwkwardKey, Course>> = {
  applied: 'applied', returned: 'returned', approved: 'approved', 'took-back': 'withdrawn', 'applied-early': 'applied',
  ready: 'none', 'duplicate-lesson': 'none', 'hours-short': 'none', absent: 'none', waiting: 'none', 'exam-failed': 'none', thirteen: 'none', 'twenty-eight': 'none', overlap: 'none', 'day-cap': 'none', 'turned-down': 'none', 'manager-too': 'none', 'secretary-too': 'applied-again',
}

const courseOf = (random: Random, eligible: boolean): Course =>
  random.weighted<Course>(eligible ? { none: 34, applied: 30, approved: 28, withdrawn: 3, returned: 0, 'applied-again': 5 } : { none: 84, applied: 7, returned: 6, withdrawn: 2, approved: 0, 'applied-again': 1 })

/** One student's application steps, oldest first: the letter some weeks ago, the decision some days ago. */
export const applicationOf = (student: DemoStudent, entries: readonly LedgerEntry[], policy: DemoPolicy, today: string, key?: AwkwardKey): DemoStep[] => {
  const random = randomOf(`application ${student.personId}`)
  const now = at(today, 0)
  const old = (date: string) => student.birthDate <= yearsBefore(date, 14) && student.birthDate > yearsBefore(date, 28)
  const course = (key && assigned[key]) ?? courseOf(random, judgeAt(student, entries, policy, now).eligible)
  const appliedAt = at(addDays(today, -random.int(18, 45)), random.int(8 * 60, 20 * 60))
  if (course === 'none' || !old(localDate(appliedAt))) return []

  const steps: DemoStep[] = []
  const add = (applicationId: string, decided: NewStep, at: string, by: string) => {
    const rules = decided.act === 'withdraw' || decided.act === 'return' ? undefined : evaluatedAt(student, entries, policy, at)
    const salt = random.token(32)
    const last = steps.at(-1)
    steps.push({ ...chainStep(decided, { n: steps.length + 1, stepId: `st-${random.token(12)}`, applicationId, at, by, procedure: 1, last: last?.applicationId === applicationId ? last : undefined, salt, evaluated: rules }), salt })
  }
  const first = `ap-${random.token(12)}`
  const letter = random.pick(letters)
  const applied = (text: string): NewStep => ({ act: 'apply', to: 'applied', facts: {}, texts: { letter: text } })
  add(first, applied(letter), appliedAt, student.personId)
  if (course === 'withdrawn') add(first, { act: 'withdraw', to: 'withdrawn', facts: {} }, later(appliedAt, random.int(2, 9) * 1440), student.personId)
  if (course === 'returned' || course === 'applied-again') add(first, { act: 'return', to: 'returned', facts: { backTo: 'none' }, texts: { reason: random.pick(returns) } }, later(appliedAt, random.int(3, 8) * 1440), student.secretary)
  if (course === 'applied-again') add(first, applied(`${letter}上次退回后，我补上了不足，再次提出申请。`), at(addDays(today, -random.int(3, 7)), 20 * 60), student.personId)
  return steps
}
