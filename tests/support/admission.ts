import type { ApplicationState } from '@shared/model/application'
import { type AdmissionState, admissionOrder } from '@shared/rules/application-order'
import { applicationRoutes } from '../../functions/http/routes/applications'
import { readApplicationSteps } from '../../functions/store/applications'
import { problemOf, statusOf } from '../../functions/http/problem'
import { keys } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { type Item, putItem } from '../../functions/store/table'
import { actOn } from '../../functions/use-cases/act-on-application'
import { apiOf, type Reply } from './api'
import { putPerson, type TestContext } from './context'
import { makeReady } from './ready-student'

const branch = 'wangcang.s01.b01'
const committee = 'wangcang.s01'
export const introducers = ['w-introducer-1', 'w-introducer-2']
export const admissionForm = { ethnicity: '汉族', education: '第一中学初三（1）班', family: '父亲，务农', statement: '我愿意' }
export const decided = (date: string, body = '支部委员会') => ({ body, date, attendance: 5, minutes: '2026 年第 6 次' })
export const voted = { act: 'vote' as const, meetingId: 'meeting-0001', date: '2026-06-17', shouldAttend: 10, secret: true, present: 8, for: 7, against: 0, abstain: 1 }
export const notice = { act: 'open-notice' as const, from: '2026-06-05', place: '校门口公告栏' }

/** Members of the League in the branch, numbers for the school's committee and places for the branch: what an admission in the small world stands on. */
export const openAdmission = async (context: TestContext, { numbers = 1_000, quota = 1_000 }: { numbers?: number; quota?: number } = {}): Promise<void> => {
  for (const personId of introducers) {
    await putPerson(context, personId, { branch, birthDate: '2009-03-01' })
    await putItem(context.table, { ...keys.me(personId), personId, name: personId, birthDate: '2009-03-01', branch, className: '初三（1）班', epoch: 1, roles: [{ name: 'student', scope: branch }], leagueMember: { since: '2025-05-04' } } as Item)
  }
  await putItem(context.table, { ...keys.numberRange('wangcang', 2026, 1), year: 2026, from: 1, to: numbers, next: 1, committee })
  await putItem(context.table, { ...keys.quota(committee, 2026, `${branch}#*`), branch, grade: '*', quota, taken: 0, used: 0 })
}

/** A scanned paper of the applicant's, as if it had been uploaded. */
export const attach = async (context: TestContext, personId: string, fileId: string): Promise<string> => {
  await putItem(context.table, { ...keys.attachment(personId, fileId), fileId, sha256: 'ab'.repeat(32), bytes: 1000, contentType: 'application/pdf', at: new Date(context.now()).toISOString(), by: 'w-county' })
  return fileId
}

/** An applicant's way over the API, on a clock of its own: everything that brings them to each state, by whom and when (2026). */
export const admissionOf = (context: TestContext) => {
  const call = apiOf(context, applicationRoutes)
  let count = 0
  const id = (what: string) => `${what}-${String(++count).padStart(6, '0')}`
  const versionOf = async (who: string) => (await readApplicationSteps(context.table, who)).at(-1)?.n ?? 1
  const apply = (who: string, letterId = id('letter'), letter = '我志愿加入中国共产主义青年团') => call(who, 'POST', '/v1/applications', { id: letterId, letter })
  /** As a meeting records it (tests/api/meetings has meetings themselves). */
  const vote = async (by: string, who: string, input: typeof voted): Promise<Reply> => {
    const [actor, me] = [await readMe(context.table, by, true), await readMe(context.table, who, true)]
    if (!actor || !me) throw new Error(`${by} or ${who} is nobody`)
    const refusal = await actOn(context, me, { stepId: id('vote'), actor, input })
    return refusal ? { status: statusOf(refusal.refused), body: problemOf(refusal) } : call(by, 'GET', `/v1/people/${who}/application`)
  }
  /** `more`: another id, or the version that was read. */
  const act = async (by: string, who: string, what: object, more: { id?: string; version?: number } = {}): Promise<Reply> =>
    'act' in what && what.act === 'vote' ? vote(by, who, what as typeof voted) : call(by, 'POST', `/v1/people/${who}/application/acts`, { id: id('act'), version: await versionOf(who), what, ...more })
  const speak = (by: string, who: string, what: object) => call(by, 'POST', '/v1/applications/spoken', { id: id('spoken'), personId: who, what })
  const fill = async (who: string, named = introducers) => call(who, 'POST', '/v1/applications/form', { id: id('form'), version: await versionOf(who), form: admissionForm, introducers: named })

  type Part = [date: string, work: (who: string) => Promise<Reply>]
  const ways: Record<AdmissionState, Part[]> = {
    applied: [['2026-03-02', apply]],
    talked: [['2026-03-03', (who) => act('w-secretary', who, { act: 'talk', date: '2026-03-03', talker: '书记', notes: '谈了理想' })]],
    activist: [
      ['2026-03-04', (who) => act('w-secretary', who, { act: 'record-route', route: 'peer-review', date: '2026-03-04', tally: { present: 10, for: 8, against: 1, abstain: 1 } })],
      ['2026-03-04', (who) => act('w-secretary', who, { act: 'name-activist', decision: decided('2026-03-04'), mentors: [{ personId: 'w-introducer-1', name: '培养人' }] })],
    ],
    cultivating: [
      ['2026-03-20', (who) => speak('w-introducer-1', who, { act: 'mentor-talk', date: '2026-03-20', notes: '第一次' })],
      ['2026-05-06', (who) => act('w-secretary', who, { act: 'mentor-talk', mentor: 0, date: '2026-05-06', notes: '第二次' })],
    ],
    'candidate-proposed': [['2026-06-04', (who) => act('w-secretary', who, { act: 'propose-candidate', decision: decided('2026-06-04') })]],
    'pre-reviewed': [['2026-06-05', (who) => act('w-school', who, { act: 'pre-review', decision: decided('2026-06-05', '学校团委'), reply: '同意' })]],
    'public-notice': [
      ['2026-06-05', (who) => act('w-school', who, notice)],
      ['2026-06-15', (who) => act('w-school', who, { act: 'close-notice' })],
    ],
    'form-filled': [
      ['2026-06-15', fill],
      ['2026-06-16', (who) => speak('w-introducer-1', who, { act: 'introduce', date: '2026-06-16', opinion: '同意' })],
      ['2026-06-16', (who) => act('w-secretary', who, { act: 'introduce', introducer: 'w-introducer-2', date: '2026-06-16', opinion: '同意' })],
    ],
    'branch-voted': [['2026-06-17', (who) => act('w-secretary', who, voted)]],
    'committee-approved': [['2026-06-18', (who) => act('w-school', who, { act: 'approve', decision: decided('2026-06-18', '学校团委') })]],
    filed: [['2026-06-22', async (who) => act('w-county', who, { act: 'file', fileId: await attach(context, who, id('scan')) })]],
    'sworn-in': [['2026-06-26', (who) => act('w-secretary', who, { act: 'swear-in', date: '2026-06-26', place: '礼堂' })]],
    archived: [['2026-06-27', async (who) => act('w-secretary', who, { act: 'archive', fileId: await attach(context, who, id('file')) })]],
  }

  /** Leads from where an application stands to a state, each act on its day; at `public-notice` the notice is over, at `form-filled` both introducers have spoken. */
  const lead = async (who: string, to: AdmissionState, from?: ApplicationState): Promise<Reply['body']> => {
    const first = from === undefined ? 0 : admissionOrder.indexOf(from as AdmissionState) + 1
    for (const state of admissionOrder.slice(first, admissionOrder.indexOf(to) + 1)) {
      for (const [date, work] of ways[state]) {
        context.setNow(`${date}T02:00:00Z`)
        const { status, body } = await work(who)
        if (status >= 300) throw new Error(`${state} of ${who} on ${date}: ${JSON.stringify(body)}`)
      }
    }
    return (await call('w-secretary', 'GET', `/v1/people/${who}/application`)).body
  }
  /** A new member of the branch who has done all that the rules ask for, led to a state. */
  const applicant = async (who: string, to?: AdmissionState, without?: 'exam' | 'hours'): Promise<string> => {
    await putPerson(context, who, { branch })
    await makeReady(context, who, without)
    if (to) await lead(who, to)
    return who
  }
  return { call, apply, act, speak, fill, lead, applicant, versionOf }
}
