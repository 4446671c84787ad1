import { jest } from '@jest/globals'
import type { KeptScan, Said, Verdict } from '@/packages/staff/parts/scan-queue'

const calls: unknown[] = []
jest.unstable_mockModule('@tarojs/taro', () => ({
  default: {
    getStorageSync: () => '', setStorageSync: () => {},
    vibrateShort: async ({ type }: { type: string }) => void calls.push(`short ${type}`), vibrateLong: async () => void calls.push('long'),
  },
}))
const { setLanguage } = await import('@/text/language')
const { shownAs, signalOf } = await import('@/packages/staff/check-in/scan-words')
const { signal } = await import('@/platform/signal')

type Direction = KeptScan['scan']['direction']
const kept = (said: Said, more: Partial<KeptScan> = {}, direction: Direction = 'entry'): KeptScan => ({
  eventId: 'event', at: 0, expiresAt: 0, said, scan: { scanId: 'x'.repeat(36), direction, deviceTime: '2026-06-15T02:00:00Z' }, ...more,
})
const verdict = (is: Verdict['verdict'], code?: string): Verdict => ({ scanId: 'x'.repeat(36), verdict: is, personId: 'p', name: '王小花', ...(code !== undefined && { code }) })
const valid: Said = { kind: 'valid', personId: 'p', name: '王小花' }
const whose = { personId: 'p', name: '王小花' }

/** What it is, tone, mark, what the hand feels, words in Chinese and in English, and whether a second line says why. */
const rows: [string, KeptScan, string, string, string, string, string, boolean][] = [
  ['an entry that the server took', kept(valid, { verdict: verdict('accepted') }), 'good', '✓', 'good', '签到成功', 'Checked in', false],
  ['an exit that it took', kept(valid, { verdict: verdict('accepted') }, 'exit'), 'good', '✓', 'good', '签退成功', 'Checked out', false],
  ['an exit with no entry yet', kept(valid, { verdict: verdict('accepted', 'no-entry-yet') }, 'exit'), 'good', '✓', 'good', '签退成功', 'Checked out', true],
  ['a fourth stay', kept(valid, { verdict: verdict('accepted', 'beyond-three-stays') }), 'good', '✓', 'good', '签到成功', 'Checked in', true],
  ['one that changes nothing', kept(valid, { verdict: verdict('duplicate') }), 'known', '＝', 'look', '已经登记过', 'Already noted', false],
  ['a conflict', kept(valid, { verdict: verdict('conflict', 'clock-skew') }), 'look', '？', 'look', '需要核对', 'Needs a look', true],
  ['one that it refused, whatever the phone said', kept(valid, { verdict: verdict('rejected', 'pass-invalid') }), 'bad', '✕', 'bad', '不能登记', 'Refused', true],
  ['by the phone: valid', kept(valid), 'good', '✓', 'good', '有效，已记下', 'Valid, noted', false],
  ['by the phone: of the list', kept({ kind: 'listed', ...whose }), 'good', '✓', 'good', '按名单，已记下', 'By the list, noted', false],
  ['by the phone: here already', kept({ kind: 'here', ...whose }), 'known', '＝', 'look', '这部手机已登记过', 'Scanned here already', true],
  ['by the phone: a name', kept({ kind: 'named', name: '王小花' }), 'look', '？', 'look', '已按姓名记下', 'Noted by name', true],
  ['by the phone: a card', kept({ kind: 'card' }), 'look', '？', 'look', '卡片，已记下', 'Card, noted', true],
  ['by the phone: nobody of its list', kept({ kind: 'unknown' }), 'look', '？', 'look', '已记下，待核对', 'Noted, to be checked', true],
  ...(['clock-skew', 'on-waitlist', 'not-signed-up'] as const).map((code): (typeof rows)[number] => [`by the phone: not sure, ${code}`, kept({ kind: 'unsure', code, ...whose }), 'look', '？', 'look', '已记下，待核对', 'Noted, to be checked', true]),
  ['by the phone: no pass', kept({ kind: 'bad', code: 'not-a-pass' }), 'bad', '✕', 'bad', '不是活动码', 'Not a pass', true],
  ['by the phone: of another event', kept({ kind: 'bad', code: 'pass-of-another-event' }), 'bad', '✕', 'bad', '是别的活动的码', 'A pass of another event', true],
  ['by the phone: a screenshot', kept({ kind: 'bad', code: 'pass-expired' }), 'bad', '✕', 'bad', '码已过期，可能是截图', 'Expired; maybe a screenshot', true],
  ['by the phone: not theirs', kept({ kind: 'bad', code: 'pass-invalid' }), 'bad', '✕', 'bad', '码无效', 'Not a valid pass', true],
  ['by the phone: bad for a reason of later', kept({ kind: 'bad', code: 'something-new' }), 'bad', '✕', 'bad', '码无效', 'Not a valid pass', true],
  ['one that the server could not read, valid as it was', kept(valid, { aside: 'invalid-input' }), 'bad', '✕', 'bad', '没能上传', 'Not uploaded', true],
  ['one to be taken back', kept(valid, { undo: { id: 'undo-0001' } }), 'known', '↶', 'look', '撤销待上传', 'To be taken back', false],
  ['one that was taken back', kept(valid, { verdict: verdict('accepted'), undo: { id: 'undo-0001', done: true } }), 'known', '↶', 'look', '已撤销', 'Taken back', false],
  ['one that could not be taken back', kept(valid, { verdict: verdict('accepted'), undo: { id: 'undo-0001', refused: 'undo-too-late' } }), 'good', '✓', 'good', '签到成功', 'Checked in', true],
]

test.each(rows)('%s', (_what, one, tone, mark, felt, zh, en, hasWhy) => {
  for (const [language, word] of [['zh-CN', zh], ['en', en]] as const) {
    setLanguage(language)
    const shown = shownAs(one)
    expect([shown.tone, shown.mark, signalOf(shown), shown.word]).toEqual([tone, mark, felt, word])
    // Words for whoever reads, and none of a code, a key or a blank for one.
    expect([shown.why !== undefined, shown.why]).toEqual([hasWhy, hasWhy ? expect.stringMatching(language === 'en' ? /^[^{}]+ [^{}]+$/ : /^[^{}a-z]*\p{Script=Han}[^{}a-z]*$/u) : undefined])
  }
})

test('whose it is: by the server before the phone, by the phone before what was typed', () => {
  const name = (one: KeptScan) => shownAs(one).name
  expect(name(kept({ kind: 'valid', name: '手机认的' }, { verdict: { ...verdict('accepted'), name: '服务器认的' } }))).toBe('服务器认的')
  expect(name(kept({ kind: 'valid', name: '手机认的' }))).toBe('手机认的')
  const typed = kept({ kind: 'unknown' })
  expect(name({ ...typed, scan: { ...typed.scan, name: '写下的' } })).toBe('写下的')
})

describe('in the hand', () => {
  beforeEach(() => {
    calls.length = 0
    jest.useFakeTimers()
  })
  afterEach(() => void jest.useRealTimers())

  test.each([['good', ['short heavy']], ['look', ['short heavy', 'short heavy']], ['bad', ['long']]] as const)('%s', (kind, felt) => {
    signal(kind)
    // Two are two: not at once.
    expect(calls).toEqual(felt.slice(0, 1))
    jest.runAllTimers()
    expect(calls).toEqual(felt)
  })
})
