import { jest } from '@jest/globals'
import { endpoints } from '@shared/contract/index'
import { applicationStates } from '@shared/model/application'
import { defaultProcedure } from '@shared/rules/default-procedure'
import type { Item, Outcome } from '@/packages/staff/acts/bulk'

jest.unstable_mockModule('@/platform/storage', () => ({ kept: () => undefined, keep: () => {} }))
const { faultsFrom, faultsOf, fieldsOf, whatOf } = await import('@/packages/staff/acts/act-forms')
const { actTogether, whoTogether, whyNot } = await import('@/packages/staff/acts/bulk')
const { actFacts } = await import('@/packages/staff/acts/act-facts')
const { actName, conditionName, mendWords, stateName, whoWaits } = await import('@/packages/staff/parts/application-words')
const { groupsOf } = await import('@/packages/staff/applications/groups')
const { whenLine, whomLine } = await import('@/packages/staff/applications/waiting-line')

const body = endpoints.actOnApplication.body
const day = '2026-06-01'
const decision = { 'decision.body': '支部委员会', 'decision.date': day, 'decision.attendance': '5', 'decision.minutes': '第 1 次' }
const filled: Record<string, Record<string, string>> = {
  talk: { date: day, talker: '何老师', notes: '谈' }, 'name-activist': decision, 'mentor-talk': { mentor: '0', date: day, notes: '谈' }, 'propose-candidate': decision, 'pre-review': { ...decision, reply: '同意' }, 'open-notice': { from: day, place: '公告栏' },
  object: { date: day, words: '有意见' }, 'answer-objection': { of: '9', date: day, upheld: 'no', finding: '不属实' }, 'close-notice': {}, 'fill-form': { date: day, 'form.ethnicity': '汉族', 'form.education': '中学', 'form.family': '父亲', 'form.statement': '我愿意' },
  introduce: { introducer: 'm-1', date: day, opinion: '同意' }, approve: decision, reject: { ...decision, reason: '材料不齐' }, 'swear-in': { date: day, place: '礼堂' }, return: { reason: '写具体些' }, terminate: { ...decision, reason: '转学' },
}
const more: Record<string, object> = { 'name-activist': { mentors: [{ name: '何老师' }] }, 'fill-form': { introducers: ['m-1', 'm-2'] } }

test.each(Object.keys(filled))('the form of %s is what the contract takes, and says what is missing', (act) => {
  const values = filled[act] ?? {}
  const fields = fieldsOf(act, values)
  expect(faultsOf(fields, values)).toEqual({})
  expect(body?.safeParse({ id: 'step-00001', version: 1, what: whatOf(act, fields, values, more[act]) }).error).toBeUndefined()
  expect(Object.keys(faultsOf(fields, {})).sort()).toEqual(fields.filter(({ optional }) => !optional).map(({ key }) => key).sort())
})

test('each route asks its own evidence', () => {
  const sent = (values: Record<string, string>, also: object = {}) => whatOf('record-route', fieldsOf('record-route', values), values, also)
  const tally = { 'tally.present': '10', 'tally.for': '8', 'tally.against': '1', 'tally.abstain': '1' }
  const all = [sent({ route: 'points', words: '' }), sent({ route: 'peer-review', date: day, ...tally }), sent({ route: 'pioneer-recommendation', date: day, unit: '少先队大队' }, { photoIds: ['photo-0001'] })]
  expect(all).toEqual([{ act: 'record-route', route: 'points' }, { act: 'record-route', route: 'peer-review', date: day, tally: { present: 10, for: 8, against: 1, abstain: 1 } }, { act: 'record-route', route: 'pioneer-recommendation', date: day, unit: '少先队大队', photoIds: ['photo-0001'] }])
  for (const what of all) expect(body?.safeParse({ id: 'step-00001', version: 1, what }).success).toBe(true)
  expect(faultsOf(fieldsOf('record-route', { route: 'peer-review' }), { route: 'peer-review', date: day, ...tally, 'tally.for': '8.5' })).toEqual({ 'tally.for': 'needCount' })
})

test('a fault of the server stands at its field', () => {
  const at = (path: string, code: string) => faultsFrom([{ path, code, message: '' }])
  expect(at('decision.date', 'same-day')).toEqual({ 'decision.date': 'fault-same-day' })
  expect(at('what.decision.body', 'too_small')).toEqual({ 'decision.body': 'fault-other' })
  expect(at('tally', 'does-not-add-up')).toEqual({ 'tally.present': 'fault-does-not-add-up' })
  expect(at('introducers[1]', 'not-a-member')).toEqual({ introducers: 'fault-not-a-member' })
})

test('a pre-review says the number and places, a notice its end, points how many there are', () => {
  const ahead = { number: '202651000007', quota: [{ grade: '*', left: 2 }], notices: [{ from: day, until: '2026-06-09' }], workingDays: 5, points: { points: 61, needed: 60 }, needed: 'any' as const }
  expect(actFacts('pre-review', {}, { ahead })).toEqual(['通过后保留编号 202651000007', '本支部还剩 2 个名额'])
  expect(actFacts('pre-review', {}, { ahead: { quota: [] } })).toEqual(['本单位没有可用的编号，请县团委划拨', '本年发展计划没有这个支部的名额'])
  expect(actFacts('open-notice', { from: day }, { ahead })).toEqual(['公示满 5 个工作日，2026-06-09 起可以结束'])
  expect(actFacts('open-notice', { from: '2025-01-01' }, { ahead })).toEqual(['这一段的工作日安排还没有公布'])
  expect(actFacts('record-route', { route: 'points' }, { ahead })).toEqual(['有一种渠道即可', '现在积分 61，要求 60。以登记这一刻的计算为准。'])
})

const waiting = (more: Partial<Item['waiting']> = {}): Item['waiting'] => ({ act: 'open-notice', by: ['committee'], since: day, days: 2, late: false, escalated: false, mine: true, ...more })
const item = (personId: string, state: Item['state'] = 'pre-reviewed', more: Partial<Item['waiting']> = {}): Item => ({ person: { personId, name: personId }, state, at: '2026-06-01T00:00:00Z', version: 3, eligible: true, unmet: [], waiting: waiting(more) })

test('several are done together only where the law allows one decision, and each is the caller’s', () => {
  expect(actTogether([item('a'), item('b')])).toBe('open-notice')
  expect(actTogether([item('a'), item('b', 'pre-reviewed', { mine: false })])).toBeUndefined()
  for (const act of ['talk', 'vote', 'file', 'fill-form']) expect(actTogether([item('a', 'applied', { act }), item('b', 'applied', { act })])).toBeUndefined()
  expect(whoTogether([item('a'), item('b', 'pre-reviewed', { act: 'approve' })], 'open-notice').map(({ person }) => person.personId)).toEqual(['a'])
})

test('why one was not done is said in words', () => {
  const why = (more: Partial<Outcome>) => whyNot({ personId: 'a', ok: false, ...more })
  expect(why({ code: 'conditions-unmet', detail: { conditions: [{ key: 'quota-left' }, { key: 'volunteer-hours' }] } })).toBe('本年发展计划有名额、志愿服务')
  expect(why({ code: 'invalid-input', detail: { errors: [{ path: 'from', code: 'too-early', message: '' }] } })).toBe('早于它前面的一步')
  expect(why({ code: 'application-changed', detail: { conflict: { state: 'public-notice', byName: '冯老师' } } })).toBe('冯老师已先一步办理“公示”，已显示最新内容')
  expect(why({ code: 'not-allowed' })).toBe('不在你的权限内')
})

test('in each state whoever waits for the caller comes first, then the late, then the longest; states in their order', () => {
  const items = [item('new', 'applied', { mine: false, days: 1 }), item('old', 'applied', { mine: false, days: 9 }), item('late', 'applied', { mine: false, late: true, days: 5 }), item('mine', 'applied'), item('voted', 'branch-voted'), item('gone', 'withdrawn')]
  expect(groupsOf([...items].reverse()).map(({ state, items: of }) => [state, ...of.map(({ person }) => person.personId)])).toEqual([['applied', 'mine', 'late', 'old', 'new'], ['branch-voted', 'voted'], ['withdrawn', 'gone']])
})

test('the lines of one who waits say for whom, what, how long, and until or from when', () => {
  expect(whomLine(waiting())).toBe('等上级团委：开始公示')
  expect(whenLine(waiting({ due: '2026-06-08' }))).toBe('已等 2 天 · 2026-06-08 前办')
  expect(whenLine(waiting({ due: '2026-06-08', late: true, days: 9 }))).toBe('已等 9 天 · 应在 2026-06-08 前')
  expect(whenLine(waiting({ act: 'close-notice', from: '2026-06-09', since: '2026-06-09', days: 0 }))).toBe('2026-06-09 起可以办')
  expect([whomLine(waiting({ act: undefined, by: [] })), whenLine(waiting({ act: undefined, by: [] }))]).toEqual(['', ''])
})

test('every state, act, role and condition has words', () => {
  for (const state of applicationStates) expect(stateName(state)).toMatch(/\p{Script=Han}/u)
  for (const act of ['apply', 'fill-form', 'withdraw', 'mentor-talk', 'introduce', ...Object.keys(defaultProcedure.actors)]) expect(actName(act)).toMatch(/\p{Script=Han}/u)
  expect(whoWaits(['branch-secretary', 'committee'])).toBe('团支部或上级团委')
  expect(conditionName({ key: 'months-as-activist', required: 3 })).toBe('培养考察满 3 个月')
  expect(mendWords({ key: 'months-as-activist', met: false, mend: 'wait', earliest: day })).toBe('到日子就可以 · 最早 2026-06-01')
})
