import { jest } from '@jest/globals'
import { endpoints } from '@shared/contract/index'
import { type ApplicationState, applicationStates } from '@shared/model/application'
import type { Condition } from '@/packages/mine/apply/condition-words'
import type { FormDraft } from '@/packages/mine/apply/form-draft'
import type { View } from '@/packages/mine/apply/stages'
import type { Task } from '@/packages/people/asked/speak-draft'

jest.unstable_mockModule('@/platform/storage', () => ({ kept: () => undefined, keep: () => {} }))
const { stepLines } = await import('@/packages/mine/apply/trail-lines')
const { actWords, byWords, stateWords } = await import('@/features/apply/words')
const { conditionWords, mendWords } = await import('@/packages/mine/apply/condition-words')
const { chosenWith, draftOf, faultsFrom, faultsOf, inputOf } = await import('@/packages/mine/apply/form-draft')
const { endOf, returnOf, stagesOf } = await import('@/packages/mine/apply/stages')
const { faultsFrom: spokenFaultsFrom, faultsOf: spokenFaultsOf, inputOf: spokenInputOf } = await import('@/packages/people/asked/speak-draft')

type Application = NonNullable<View['application']>
const order = applicationStates.slice(0, 13)
const application = (state: ApplicationState, more: Partial<Application> = {}): Application => ({ applicationId: 'a-00000001', state, position: state, version: 3, appliedAt: '2026-03-01T02:00:00Z', since: '2026-03-05T02:00:00Z', mentors: [], introducers: [], steps: [], ...more })
const timeline: View['timeline'] = order.map((state, i) => (i < 3 ? { state, reached: `2026-03-0${i + 1}` } : { state, earliest: `2026-06-${10 + i}` }))

describe('the way at a glance', () => {
  const marks = (of: Application | undefined) => stagesOf({ application: of, timeline }).map(({ mark }) => mark)
  it('has thirteen states in five parts, each once and in their order', () => expect(stagesOf({ application: undefined, timeline }).flatMap(({ lines }) => lines.map(({ state }) => state))).toEqual(order))
  it.each<[string, Application | undefined, string[]]>([
    ['before the letter', undefined, ['later', 'later', 'later', 'later', 'later']],
    ['after the talk', application('talked'), ['now', 'later', 'later', 'later', 'later']],
    ['in training', application('cultivating'), ['done', 'now', 'later', 'later', 'later']],
    ['voted in', application('branch-voted'), ['done', 'done', 'done', 'now', 'later']],
    ['archived', application('archived'), ['done', 'done', 'done', 'done', 'done']],
    ['returned to the talk', application('returned', { position: 'talked' }), ['now', 'later', 'later', 'later', 'later']],
  ])('%s', (_, of, expected) => expect(marks(of)).toEqual(expected))
  it('tells the dates of each state, reached or to come', () => {
    const [, activist] = stagesOf({ application: application('activist'), timeline })
    expect(activist).toMatchObject({ mark: 'now', lines: [{ state: 'activist', reached: '2026-03-03', mark: 'now' }, { state: 'cultivating', earliest: '2026-06-13', mark: 'later' }] })
  })
  it('says why it was returned or ended, and only then', () => {
    const steps = [{ n: 1, act: 'apply', to: 'applied', at: '2026-03-01T02:00:00Z', date: '2026-03-01', byName: '甲' }, { n: 2, act: 'return', to: 'returned', at: '2026-03-02T02:00:00Z', date: '2026-03-02', byName: '乙', reason: '请写具体' }] as Application['steps']
    expect(returnOf({ application: application('returned', { position: 'none', steps }) })).toBe('请写具体')
    expect(returnOf({ application: application('applied', { steps }) })).toBeUndefined()
    expect(endOf({ application: application('terminated', { steps }) })).toEqual({ state: 'terminated', date: '2026-03-02', reason: '请写具体' })
    expect(endOf({ application: application('sworn-in') })).toBeUndefined()
  })
})

describe('words', () => {
  it('has one for every state, act, actor, condition and way to mend', () => {
    const acts = ['apply', 'talk', 'record-route', 'name-activist', 'mentor-talk', 'propose-candidate', 'pre-review', 'open-notice', 'object', 'answer-objection', 'close-notice', 'fill-form', 'introduce', 'vote', 'approve', 'reject', 'file', 'swear-in', 'archive', 'return', 'withdraw', 'terminate']
    const keys = ['procedure-age', 'not-a-member', 'routes', 'months-as-activist', 'mentor-talks', 'number-left', 'quota-left', 'notice-days', 'calendar-known', 'objections-answered', 'no-objection-upheld', 'notice-over', 'introducers-spoken', 'quorum', 'not-reviewer', 'not-introducer', 'volunteer-hours']
    const mends = ['record-hours', 'attend-class', 'pass-exam', 'study', 'join-activity', 'wait', 'none', 'take-route', 'mentor-talk', 'allocate-numbers', 'raise-quota', 'publish-workdays', 'answer-objection', 'return-or-terminate', 'introduce', 'another-decides', 'meet-again']
    const said = [...applicationStates.map(stateWords), ...acts.map(actWords), byWords(['branch-secretary', 'mentor', 'introducer', 'student', 'committee', 'county-committee']), ...keys.map((key) => conditionWords({ key, met: false, required: 3 })), ...mends.map((mend) => mendWords({ key: 'x', met: false, mend }))]
    for (const words of said) expect(words).toMatch(/^[^a-z{]*\p{Script=Han}/u)
    expect(mendWords({ key: 'months-as-activist', met: false, mend: 'wait', earliest: '2026-06-04' } as Condition)).toBe('时间到了就会达到 · 最早 2026-06-04')
  })
  it('tells what an entry of the trail says, facts first', () => {
    const vote = { n: 9, act: 'vote', to: 'branch-voted', at: '2026-06-17T02:00:00Z', date: '2026-06-17', byName: '书记', tally: { present: 8, for: 7, against: 0, abstain: 1, shouldAttend: 10, passed: true, secret: true }, words: '顺利' } as Application['steps'][number]
    expect(stepLines(vote)).toEqual(['应到 10 人，到会 8 人：赞成 7，反对 0，弃权 1', '不记名投票，通过', '顺利'])
    expect(stepLines({ n: 1, act: 'apply', to: 'applied', at: '2026-03-01T02:00:00Z', date: '2026-03-01', byName: '甲' })).toEqual([])
  })
})

describe('the admission form', () => {
  const draft: FormDraft = { words: { ethnicity: ' 汉族 ', education: '第一中学', family: '父亲，务农', honours: ' ', statement: '我愿意' }, introducers: ['w-member-1', 'w-member-2'] }
  it('begins with what a returned one said', () => {
    expect(draftOf({ application: undefined })).toEqual({ words: { ethnicity: '', education: '', family: '', honours: '', statement: '' }, introducers: [] })
    expect(draftOf({ application: application('returned', { form: { ethnicity: '汉族', education: '一', family: '二', statement: '三' }, introducers: [{ personId: 'w-member-1', name: '甲', spoken: true }] }) })).toMatchObject({ words: { ethnicity: '汉族', honours: '' }, introducers: ['w-member-1'] })
  })
  it('says all that is missing at once; honours may be', () => {
    expect(faultsOf(draft, 2)).toEqual({})
    expect(faultsOf({ words: { ethnicity: '', education: ' ', family: '', honours: '', statement: '' }, introducers: ['w-member-1'] }, 2)).toEqual({ ethnicity: 'needEthnicity', education: 'needEducation', family: 'needFamily', statement: 'needStatement', introducers: 'needIntroducers' })
  })
  it('chooses no more introducers than are needed, and lets go of one pressed again', () => {
    expect(chosenWith(['a'], 'b', 2)).toEqual(['a', 'b'])
    expect(chosenWith(['a', 'b'], 'c', 2)).toEqual(['a', 'b'])
    expect(chosenWith(['a', 'b'], 'a', 2)).toEqual(['b'])
  })
  it('is sent as the contract has it, without what is empty', () => {
    const sent = inputOf(draft, 'form-00001', 7)
    expect(endpoints.fillForm.body.parse(sent)).toEqual({ id: 'form-00001', version: 7, form: { ethnicity: '汉族', education: '第一中学', family: '父亲，务农', statement: '我愿意' }, introducers: ['w-member-1', 'w-member-2'] })
  })
  it.each([
    ['form.family', 'too_small', { family: 'needFamily' }],
    ['form.honours', 'too_big', { honours: 'fieldWrong' }],
    ['introducers', 'how-many', { introducers: 'needIntroducers' }],
    ['introducers[1]', 'not-a-member', { introducers: 'notMember' }],
    ['date', 'same-day', { date: 'lessonToday' }],
    ['date', 'too-early', { date: 'dateWrong' }],
  ])('puts %s %s at its field', (path, code, expected) => expect(faultsFrom([{ path, code, message: '' }])).toEqual(expected))
})

describe('a mentor’s talk and an introducer’s opinion', () => {
  const task: Task = { personId: 'w-student', name: '甲', as: 'mentor', state: 'activist', talks: 0, spoken: false, from: '2026-03-04', talkedOn: [] }
  const today = '2026-03-20'
  it.each([
    [{ date: '2026-03-20', words: '谈' }, {}],
    [{ date: '', words: ' ' }, { date: 'needDate', words: 'needWords' }],
    [{ date: '2026-03-03', words: '谈' }, { date: 'tooEarly' }],
    [{ date: '2026-03-21', words: '谈' }, { date: 'inFuture' }],
  ])('%j', (spoken, faults) => expect(spokenFaultsOf(spoken, task, today)).toEqual(faults))
  it('is sent as the contract has it, by what one is', () => {
    expect(endpoints.speakForApplicant.body.parse(spokenInputOf('talk-00001', task, { date: today, words: ' 谈 ' }))).toEqual({ id: 'talk-00001', personId: 'w-student', what: { act: 'mentor-talk', date: today, notes: '谈' } })
    expect(endpoints.speakForApplicant.body.parse(spokenInputOf('talk-00001', { ...task, as: 'introducer' }, { date: today, words: '同意' })).what).toEqual({ act: 'introduce', date: today, opinion: '同意' })
  })
  it('shows the API’s faults at their fields', () => {
    expect(spokenFaultsFrom([{ path: 'what.date', code: 'same-day', message: '' }])).toEqual({ date: 'tooEarly' })
    expect(spokenFaultsFrom([{ path: 'what.date', code: 'in-future', message: '' }, { path: 'introducer', code: 'not-asked', message: '' }])).toEqual({ date: 'inFuture', words: 'notAsked' })
  })
})
