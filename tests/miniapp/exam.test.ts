import { jest } from '@jest/globals'
import fc from 'fast-check'
import type { Reply } from '@/api/reply'
import type { KeptExam, Sitting } from '@/packages/exam/kept-exam'

const store = new Map<string, string>()
jest.unstable_mockModule('@tarojs/taro', () => ({
  default: { setStorageSync: (key: string, value: string) => store.set(key, value), getStorageSync: (key: string) => store.get(key) ?? '', removeStorageSync: (key: string) => store.delete(key), getStorageInfoSync: () => ({ keys: [...store.keys()] }) },
}))
const { choiceOf, answeredCount, keepSitting, pressed, readKept, remainingMs, unsent, withChoice, withSaved, withSitting, writeKept } = await import('@/packages/exam/kept-exam')
const { scoreOf, filled } = await import('@/packages/staff/scores/scores')
const { sendInParts } = await import('@/packages/staff/parts/send-in-parts')
const { faultsOf, inputOf, newDraft } = await import('@/packages/staff/roll/draft')

const at = '2026-06-15T02:00:00.000Z'
const now = Date.parse(at)
const sitting = (answers: Sitting['answers'] = [], more: Partial<Sitting> = {}): Sitting => ({
  examId: 'league-class~1', n: 1, startedAt: at, endsAt: '2026-06-15T02:30:00.000Z', of: 3, state: 'open', course: 'league-class', serverTime: at, passMark: 60, answers,
  questions: [{ kind: 'single', stem: 'a', options: ['1', '2'] }, { kind: 'multiple', stem: 'b', options: ['1', '2', '3'] }, { kind: 'true-false', stem: 'c', options: ['正确', '错误'] }], ...more,
})
const open = (answers?: Sitting['answers']): KeptExam => withSitting(undefined, sitting(answers), now)

describe('an exam on the phone', () => {
  test('is there again after the app was killed, for the one who sits it and nobody else, until it is closed', () => {
    const exam = withChoice(open(), 0, [1])
    writeKept('p-1', exam)
    expect(readKept('p-1', 'league-class~1')).toEqual(exam)
    expect(readKept('p-2', 'league-class~1')).toBeUndefined()
    writeKept('p-1', withSitting(exam, sitting([], { state: 'closed', questions: undefined, score: 80 }), now))
    expect(readKept('p-1', 'league-class~1')).toBeUndefined()
  })

  test('gone on with from the start page has what it could not send before the app was killed', () => {
    writeKept('p-1', withChoice(withChoice(open([{ question: 2, choice: [1], seq: 1 }]), 0, [1]), 1, [0]))
    keepSitting('p-1', sitting([{ question: 2, choice: [1], seq: 1 }, { question: 0, choice: [0], seq: 9 }]), now)
    const exam = readKept('p-1', 'league-class~1') as KeptExam
    expect([choiceOf(exam, 0), choiceOf(exam, 1), choiceOf(exam, 2)]).toEqual([[0], [0], [1]])
    expect(unsent(exam)).toEqual([{ question: 1, choice: [0], seq: 3 }])
    // A first beginning, and another person of the same phone, have only what the server says.
    keepSitting('p-2', sitting(), now)
    expect(unsent(readKept('p-2', 'league-class~1') as KeptExam)).toEqual([])
  })

  test('counts above every answer so far, of this phone or another; what is not sent yet is known', () => {
    const exam = withChoice(open([{ question: 1, choice: [0, 2], seq: 7 }]), 0, [1])
    expect(unsent(exam)).toEqual([{ question: 0, choice: [1], seq: 8 }])
    expect([choiceOf(exam, 0), choiceOf(exam, 1), choiceOf(exam, 2), answeredCount(exam)]).toEqual([[1], [0, 2], [], 2])
    expect(answeredCount(withChoice(exam, 0, []))).toBe(1)
  })

  test('keeps what the server has not heard, and takes over what another device answered later', () => {
    const mine = withChoice(withChoice(open(), 0, [1]), 1, [0])
    const later = withSitting(mine, sitting([{ question: 0, choice: [0], seq: 9 }, { question: 2, choice: [1], seq: 10 }]), now)
    expect([choiceOf(later, 0), choiceOf(later, 1), choiceOf(later, 2)]).toEqual([[0], [0], [1]])
    expect(unsent(later).map(({ question }) => question)).toEqual([1])
  })

  test('what was changed while the answers were under way stays to be sent', () => {
    const before = withChoice(open(), 0, [0])
    const sent = unsent(before)
    const changed = withChoice(before, 0, [1])
    const saved = withSaved(changed, { serverTime: at, endsAt: '2026-06-15T02:30:00.000Z', answers: sent }, now)
    expect([choiceOf(saved, 0), unsent(saved)]).toEqual([[1], [{ question: 0, choice: [1], seq: 2 }]])
    expect(unsent(withSaved(saved, { serverTime: at, endsAt: '2026-06-15T02:30:00.000Z', answers: unsent(saved) }, now))).toEqual([])
  })

  test('the time left is by the server’s clock, however wrong the phone’s is', () => {
    for (const wrongBy of [0, -3_600_000, 86_400_000]) {
      const exam = withSitting(undefined, sitting(), now + wrongBy)
      expect([remainingMs(exam, now + wrongBy), remainingMs(exam, now + wrongBy + 29 * 60_000), remainingMs(exam, now + wrongBy + 31 * 60_000)]).toEqual([30 * 60_000, 60_000, 0])
    }
  })

  test('one of them, or for several one more or less', () => {
    expect([pressed('single', [0], 1), pressed('multiple', [2], 0), pressed('multiple', [0, 2], 0), pressed('true-false', [], 1)]).toEqual([[1], [0, 2], [2], [1]])
  })

  test('two devices in any order of saving end with the same answers on both', () => {
    const change = fc.record({ device: fc.nat(1), question: fc.nat(2), choice: fc.uniqueArray(fc.nat(2), { maxLength: 2 }), save: fc.boolean() })
    fc.assert(fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let server: NonNullable<Sitting['answers']> = []
      const take = (answers: typeof server) => {
        for (const one of answers) {
          const held = server.find(({ question }) => question === one.question)
          if (!held || one.seq > held.seq || (one.seq === held.seq && String(one.choice) > String(held.choice))) server = [...server.filter((other) => other !== held), one]
        }
        return { serverTime: at, endsAt: '2026-06-15T02:30:00.000Z', answers: server }
      }
      const phones = [open(), open()]
      const save = (i: number) => {
        const phone = phones[i] as KeptExam
        phones[i] = withSaved(phone, take(unsent(phone)), now)
      }
      for (const { device, question, choice, save: sends } of changes) {
        phones[device] = withChoice(phones[device] as KeptExam, question, choice)
        if (sends) save(device)
      }
      for (const i of [0, 1, 0]) save(i)
      expect([0, 1, 2].map((question) => choiceOf(phones[0] as KeptExam, question))).toEqual([0, 1, 2].map((question) => choiceOf(phones[1] as KeptExam, question)))
    }), { numRuns: 300 })
  })
})

test.each([['', undefined], [' ', undefined], ['85', 85], ['８５', 85], ['88.5', 88.5], ['88。5', 88.5], ['0', 0], ['100', 100], ['100.5', Number.NaN], ['101', Number.NaN], ['-1', Number.NaN], ['8x', Number.NaN], ['88.55', Number.NaN]])('a score typed as "%s"', (typed, score) => {
  expect(scoreOf(typed)).toEqual(score)
})

test('only who has a score is sent, in the order of the list', () => {
  expect(filled([{ personId: 'a' }, { personId: 'b' }, { personId: 'c' }], { c: '60', a: '0', b: '' })).toEqual([{ personId: 'a', score: 0 }, { personId: 'c', score: 60 }])
})

test('a list goes some at a time until one fails; what went before keeps its outcomes', async () => {
  const all = Array.from({ length: 450 }, (_, i) => i)
  const sizes: number[] = []
  const answering = (failsAt?: number) => async (part: number[]): Promise<Reply<{ outcomes: number[] }>> => {
    sizes.push(part.length)
    return sizes.length === failsAt ? { ok: false, trouble: { code: 'offline', errors: [], detail: {} } } : { ok: true, value: { outcomes: part } }
  }
  expect(await sendInParts(all, 200, answering())).toEqual(all)
  expect(sizes.splice(0)).toEqual([200, 200, 50])
  expect(await sendInParts(all, 200, answering(2))).toEqual(all.slice(0, 200))
  expect(sizes).toEqual([200, 200])
})

describe('a class roll', () => {
  const draft = { category: 'league-class', lesson: '3', issue: '', title: '', quantity: '1', day: '2026-06-12', from: '16:20', until: '17:05' } as const
  test('begins with the last afternoon that is over', () => {
    expect([newDraft(Date.parse('2026-06-15T09:04:00Z')).day, newDraft(Date.parse('2026-06-15T09:05:00Z')).day]).toEqual(['2026-06-14', '2026-06-15'])
  })
  test.each([
    ['a lesson', {}, { quantity: 1, distinctKey: 'lesson-3', title: '团课第 3 课', startedAt: '2026-06-12T16:20:00+08:00', endedAt: '2026-06-12T17:05:00+08:00' }],
    ['an issue', { category: 'youth-study', issue: '2026-20' }, { quantity: 1, distinctKey: '2026-20' }],
    ['an activity', { category: 'quality-activity', title: ' 参观 ', quantity: '2' }, { quantity: 2, title: '参观' }],
    ['hours', { category: 'volunteering', title: '植树' }, { quantity: 45, title: '植树' }],
  ] as const)('%s', (_what, change, sent) => {
    expect(faultsOf({ ...draft, ...change }, now)).toEqual({})
    expect(inputOf({ ...draft, ...change }, 'roll-00001', 'wangcang.s01.b01', '团课第 3 课', ['p'])).toMatchObject({ ...sent, people: [{ personId: 'p' }] })
  })
  test.each([
    ['no title', { category: 'quality-activity' }, { title: 'needTitle' }],
    ['no issue', { category: 'youth-study' }, { issue: 'needIssue' }],
    ['no times', { category: 'quality-activity', title: 'a', quantity: '0' }, { quantity: 'wholeNumber' }],
    ['an end before the start', { until: '16:00' }, { time: 'needTimes' }],
    ['not over yet', { day: '2026-06-15' }, { time: 'notOver' }],
  ] as const)('%s', (_what, change, faults) => {
    expect(faultsOf({ ...draft, ...change }, now)).toEqual(faults)
  })
})
