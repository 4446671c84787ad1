import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { root } from '../../functions/local/root'

type Shown = Record<'text', string> & { sentTo: string[] }
type Told = Record<'failed' | 'chosen' | 'me' | 'apply' | 'staff' | 'chinese' | 'again', Shown> & { version: string; asked: string[]; problems: string[] }

let told: Told
beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('choose-english.ts', import.meta.url))], { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } })
  if (status !== 0) throw new Error(`English could not be chosen: ${stderr}`)
  told = JSON.parse(stdout) as Told
}, 120_000)

test('where English does not come, the app says so and stays in Chinese', () => {
  expect(told.failed.text).toContain('没有下载到英文')
  expect(told.failed.text).toContain('我的身份')
  expect(told.failed.sentTo).toEqual([])
})

test('another tap fetches it, from the H5 app’s host, and the app begins anew', () => {
  expect(told.asked).toEqual(Array(2).fill(`http://127.0.0.1:10086/english.json?v=${told.version}`))
  expect(told.chosen.sentTo).toEqual(['/pages/home/index'])
  expect(told.chosen.text).not.toMatch(/Language|My roles/)
})

test('from then on pages of every package are English, and nothing is fetched any more', () => {
  expect(told.me.text).toMatch(/My roles[\s\S]*Sign out/)
  expect(told.apply.text).toContain('Talk')
  expect(told.staff.text).toContain('Applications')
  for (const { text } of [told.me, told.staff]) expect(text).not.toMatch(/我的|申请|消息/)
})

test('Chinese is there at once', () => {
  expect(told.chinese.sentTo).toHaveLength(1)
  expect(told.again.text).toContain('我的身份')
  expect(told.problems).toEqual([])
})
