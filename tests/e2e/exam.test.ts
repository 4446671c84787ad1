import { answerQuestion } from '../support/answer-question'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { button, field, shown } from '../support/page'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const [examinee, secretary, school] = ['郭浩禾', '熊月彤', '冯奕彤']

test('a student sits the exam on a phone: killed half-way, without a signal for a while, handed in with one question open, passed, and it counts', async () => {
  const page = await app.signIn(examinee)
  await app.open(page, 'packages/mine/requirement/index?key=league-class')
  await button(page, '在线考试').click()
  await shown(page, '还能考 3 次')
  // What was entered of the paper exams is there too.
  await shown(page, '52 分')
  await shown(page, /熊月彤登记/)
  await button(page, '开始第 1 次考试').click()
  await app.look(page, 'exam-1-begin')
  await button(page, '开始').click()
  await shown(page, '第 1 / 25 题')
  await app.look(page, 'exam-2-question')
  for (let i = 0; i < 10; i++) {
    await answerQuestion(page)
    await button(page, '下一题').click()
  }
  await shown(page, '答案已保存')

  // The app is killed; what was answered is there again, and the time has gone on.
  await page.reload()
  await shown(page, '第 11 / 25 题')
  await shown(page, /已答 10 \/ 25/)
  const left = await page.getByText(/^还剩 \d\d:\d\d$/).and(page.locator(':visible')).textContent()
  expect(left !== null && left < '还剩 30:00').toBe(true)

  await page.context().setOffline(true)
  for (let i = 10; i < 13; i++) {
    await answerQuestion(page)
    await button(page, '下一题').click()
  }
  await shown(page, /没有网络，3 题的答案先存在手机里/)
  await app.look(page, 'exam-3-offline')
  await page.context().setOffline(false)
  await shown(page, '答案已保存')

  for (let i = 13; i < 24; i++) {
    await answerQuestion(page)
    await button(page, '下一题').click()
  }
  await button(page, /^答题卡/).click()
  await app.look(page, 'exam-4-sheet')
  await page.keyboard.press('Escape')
  await button(page, '交卷').click()
  await shown(page, '还有 1 题没有答。交卷后不能再改。')
  await app.look(page, 'exam-5-hand-in')
  // Every answer is with the server, and still handing in needs a signal: the page says so.
  await shown(page, '答案已保存')
  await page.context().setOffline(true)
  await page.getByRole('dialog').getByRole('button', { name: '交卷', exact: true }).click()
  await shown(page, /^没有网络$/)
  await page.context().setOffline(false)
  await button(page, '交卷').click()
  await page.getByRole('dialog').getByRole('button', { name: '交卷', exact: true }).click()
  await shown(page, '恭喜，通过了')
  await shown(page, '96 分 · 答对 24 / 25 题')
  await app.look(page, 'exam-6-result')
  await button(page, '回到考试首页').click()
  await shown(page, '最好成绩 96 分，不用再考')
  await app.look(page, 'exam-7-passed')
  await app.open(page, 'packages/mine/requirement/index?key=league-class')
  await shown(page, '考试已通过')
}, 300_000)

test('the secretary calls a class roll and takes it back', async () => {
  const page = await app.signIn(secretary)
  await app.open(page, 'packages/staff/roll/index')
  await field(page, '第几课').selectOption('7')
  await button(page, '全选').click()
  await shown(page, '已选 15 / 15 人')
  await page.getByRole('checkbox', { name: '勾选杜云涵' }).and(page.locator(':visible')).click()
  await app.look(page, 'roll-1-chosen')
  await button(page, '登记 14 人').click()
  await shown(page, /已登记 14 人/)
  await app.look(page, 'roll-2-done')
  await button(page, '撤回这次登记').click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回这次登记' }).click()
  await shown(page, '已撤回 14 人的登记')
  await app.look(page, 'roll-3-undone')
}, 300_000)

test('the secretary enters a paper exam’s scores, and corrects one on the member’s page', async () => {
  const page = await app.signIn(secretary, desktop)
  await app.open(page, 'packages/staff/scores/index')
  await page.getByLabel('日期', { exact: true }).and(page.locator(':visible')).fill(new Date(Date.now() - 40 * 3_600_000).toISOString().slice(0, 10))
  await field(page, '郝海涵的成绩').fill('５５')
  await field(page, '侯春彤的成绩').fill('101')
  await app.look(page, 'scores-1-wrong')
  await field(page, '侯春彤的成绩').fill('88.5')
  await button(page, '登记 2 人的成绩').click()
  await shown(page, /已登记 2 人的成绩/)
  await app.look(page, 'scores-2-entered')
  await app.open(page, 'packages/staff/members/index')
  await page.getByRole('button', { name: /^郝海涵/ }).click()
  await shown(page, '55 分')
  await button(page, '更正').or(button(page, '更正成绩')).first().click()
  await field(page, '正确的成绩').fill('65')
  await field(page, '原因').fill('第三大题漏加 10 分')
  await app.look(page, 'scores-3-correcting')
  await page.getByRole('dialog').getByRole('button', { name: '更正成绩' }).click()
  await shown(page, /熊月彤 更正：55 → 65 分/)
  await shown(page, '原因：第三大题漏加 10 分')
  await page.getByText('考试成绩', { exact: true }).and(page.locator(':visible')).scrollIntoViewIfNeeded()
  await app.look(page, 'scores-4-corrected')
}, 300_000)

test('the school’s committee imports a bank: dry run with each row’s fate, then for good', async () => {
  const page = await app.signIn(school)
  await app.open(page, 'packages/staff/questions/index')
  await shown(page, '考试从旺苍县的题库抽题（72 道题）')
  const csv = ['题型,题干,选项A,选项B,选项C,选项D,答案', ...Array.from({ length: 26 }, (_, i) => `单选题,校史第 ${i + 1} 题,甲,乙,丙,丁,B`), '单选题,没有答案的题,甲,乙,丙,丁,', '简答题,不认识的题型,甲,乙,,,A'].join('\n')
  const chooser = page.waitForEvent('filechooser')
  await button(page, '选择文件').click()
  await (await chooser).setFiles({ name: '校史题库.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await shown(page, '试算结果，还没有写入')
  await shown(page, '答案：没有填')
  await app.look(page, 'questions-1-dry-run')
  await button(page, '导入 26 道题').click()
  await shown(page, '导入完成，题库现有 26 道题')
  await shown(page, '考试从这个题库抽题')
  await app.look(page, 'questions-2-imported')
}, 300_000)
