import Excel from 'exceljs'
import { faultsOf } from '../support/axe'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { button } from '../support/page'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

test('the county checks every archived application: twelve are found, each says what did not hold; by kind, and out as a sheet; a school sees its own', async () => {
  const page = await app.signIn('孔嘉琪', desktop)
  await app.open(page, 'packages/staff/home/index')
  await page.getByText('违规发展核查').click()
  await page.getByText(/已核查 \d+ 份申请，12 份有问题/).waitFor({ timeout: 90_000 })
  await app.look(page, 'violations-desktop')
  expect(await faultsOf(page)).toEqual([])
  const found = ['递交申请时年龄不符', '支部大会时年龄不符', '团课学时不足', '团课结业考试未通过', '培养考察不满规定时间', '公示不满规定的工作日', '填写志愿书不晚于最后一次团课', '介绍人当时不是本支部团员', '赞成票未过半', '审批人单独审核过本人的记录', '发展编号不在分配的号段内', '超出发展计划名额']
  for (const words of found) expect({ words, there: await page.locator('.q-tag-bad:visible', { hasText: words }).count() }).toEqual({ words, there: /学时|考试/.test(words) ? 2 : 1 })
  await page.getByLabel('只看').selectOption({ label: '公示不满规定的工作日（1）' })
  expect(await page.locator('.q-tag-bad:visible').allInnerTexts()).toEqual(['公示不满规定的工作日'])
  expect(await page.locator('.q-card:visible', { hasText: '公示不满规定的工作日' }).textContent()).toMatch(/实际 4 · 应为 5/)
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '导出表格').click()])
  const book = new Excel.Workbook()
  await book.xlsx.readFile(await download.path())
  expect(book.worksheets[0]?.rowCount).toBe(1 + 14)

  const school = await app.signIn('冯奕彤')
  await app.open(school, 'packages/staff/violations/index')
  await school.getByText(/已核查 \d+ 份申请，2 份有问题/).waitFor({ timeout: 90_000 })
  await app.look(school, 'violations-phone')
  expect(await faultsOf(school)).toEqual([])
}, 240_000)
