import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { MessageAbout } from '@shared/model/message'
import { addMessage } from '../../functions/store/messages'
import { faultsOf } from '../support/axe'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { button, shown } from '../support/page'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const personOf = async (name: string): Promise<string> => {
  let start: Record<string, unknown> | undefined
  do {
    const page = await app.table.doc.send(new ScanCommand({ TableName: app.table.name, FilterExpression: 'sk = :me AND #name = :name', ExpressionAttributeNames: { '#name': 'name' }, ExpressionAttributeValues: { ':me': 'ME', ':name': name }, ExclusiveStartKey: start }))
    const found = page.Items?.[0]?.personId
    if (found) return found as string
    start = page.LastEvaluatedKey
  } while (start)
  throw new Error(`Nobody is called ${name}`)
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const tell = async (to: string, abouts: [minutes: number, MessageAbout][]) => {
  for (const [i, [minutes, about]] of abouts.entries()) await addMessage(app.table, to, { messageId: `told-${i}`, at: ago(minutes), about })
}

test('who was told nothing yet is told what will come; staff find their messages on their first screen', async () => {
  const page = await app.signIn('熊月彤', desktop)
  await button(page, /消息/).waitFor()
  await app.look(page, 'messages-staff-home')
  await app.open(page, 'packages/mine/messages/index')
  await shown(page, '还没有消息')
  await app.look(page, 'messages-empty')
}, 400_000)

test('what was decided shows on the first screen as unread, lies under its day, and opens what it is about; without a network it is still there', async () => {
  const student = await personOf('范诗萱')
  await tell(student, [
    [5, { kind: 'record', recordId: 'record-none', verdict: 'approved', title: '东河社区敬老院打扫卫生、陪老人聊天并整理活动室书架' }],
    [30, { kind: 'application', applicationId: 'application-1', act: 'name-activist', state: 'activist', n: 3 }],
    [1500, { kind: 'exam', examId: 'league-class~1', course: 'league-class', score: 86 }],
    [1600, { kind: 'asked', as: 'introducer', personId: 'somebody', name: '秦若溪' }],
    [4500, { kind: 'event', eventId: 'wangcang.t01.home~event-none', title: '河道清理' }],
  ])
  const page = await app.signIn('范诗萱')
  await button(page, /消息.*5 条未读/).waitFor()
  await app.look(page, 'messages-home')
  await button(page, /消息.*5 条未读/).click()
  await shown(page, '记录已通过')
  await app.look(page, 'messages-list')
  expect(await faultsOf(page)).toEqual([])

  await button(page, /团课考试成绩已登记/).click()
  await page.waitForURL(/mine\/requirement/)
  // That one and all before it are read; those after it are not.
  // Opened anew: the list that was left is still in the browser's page while the new one comes.
  const again = await app.reopen(page, 'packages/mine/messages/index')
  const unread = again.getByRole('img', { name: '未读' }).and(again.locator(':visible'))
  await shown(again, '记录已通过')
  expect(await unread.count()).toBe(2)
  await button(again, '全部标为已读').click()
  await unread.first().waitFor({ state: 'hidden' })
  await app.look(again, 'messages-read')
  await app.open(again, 'pages/home/index')
  await button(again, /消息/).waitFor()
  await again.getByText(/条未读/).and(again.locator(':visible')).waitFor({ state: 'hidden' })

  await app.cut(again)
  await app.open(again, 'packages/mine/messages/index')
  await shown(again, '团课考试成绩已登记')
  await app.look(again, 'messages-offline')
}, 400_000)
