import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { transcriptOf } from '../../functions/core/transcript'
import { renderTranscript } from '../../functions/documents/render-transcript'
import { about, caseWith, service } from '../documents/sample'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { readPdf } from '../support/pdf'
import { pictureOfPages } from '../support/pdf-pictures'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

/** Something stands on each page, and nothing so near the edge of the paper that a printer would cut it off. */
const looksPrinted = async (page: Page, bytes: Uint8Array, name: string): Promise<number> => {
  const pages = await pictureOfPages(page.context().browser() as Browser, bytes, name)
  for (const [i, { inked, atEdge }] of pages.entries()) expect([`${name} ${i + 1}`, inked > 1000, atEdge]).toEqual([`${name} ${i + 1}`, true, 0])
  return pages.length
}

test('a transcript of 200 entries looks printed on each of its pages', async () => {
  const { folded, aCase } = caseWith(service(200))
  const { bytes, pages } = await renderTranscript(about, transcriptOf(folded, aCase))
  expect(await looksPrinted(await app.visit(), bytes, 'transcript-200')).toBe(pages)
}, 120_000)

test('a student issues a transcript, opens it, anyone checks its code, and it is withdrawn', async () => {
  const page = await app.signIn('范诗萱')
  await page.getByRole('link', { name: '我的' }).click()
  await page.getByText('证明和报告').click()
  await app.look(page, 'documents-none')
  await page.getByRole('button', { name: '出具志愿服务证明' }).click()
  await page.getByText(/累计 .* 次$/).waitFor()
  await page.getByRole('button', { name: '出具入团条件进度报告' }).click()
  await page.getByText('1 页').nth(1).waitFor()
  await app.look(page, 'documents-issued')

  const opened = async (name: RegExp) => {
    const linked = page.waitForResponse((response) => /\/documents\/[^/]+$/.test(new URL(response.url()).pathname) && response.request().method() === 'GET')
    const [tab] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name }).click()])
    await tab.close()
    return (await (await linked).json()) as { url: string; fileName: string }
  }
  const { url, fileName } = await opened(/^打开 .*志愿服务证明$/)
  expect(fileName).toMatch(/^志愿服务证明-范诗萱-\d{4}-\d\d-\d\d\.pdf$/)
  const file = await fetch(url)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect(file.headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''${encodeURIComponent(fileName)}`)
  const transcript = new Uint8Array(await file.arrayBuffer())
  const report = new Uint8Array(await (await fetch((await opened(/^打开 .*进度报告$/)).url)).arrayBuffer())
  for (const [kind, bytes] of [['transcript', transcript], ['progress-report', report]] as const) await looksPrinted(page, bytes, kind)
  const [first] = await readPdf(transcript)
  expect(first?.text).toContain('范诗萱同学')

  const address = first?.links[0] ?? ''
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/verify\/[0-9A-Z-]{19}$/)
  const anyone = await page.context().newPage()
  await anyone.goto(address)
  await anyone.getByRole('heading', { name: '有效' }).waitFor()
  expect(await anyone.getByText('范*萱').isVisible()).toBe(true)
  expect(await anyone.getByText('范诗萱').count()).toBe(0)

  await page.getByRole('button', { name: /^撤回 .*志愿服务证明$/ }).click()
  await app.look(page, 'documents-withdraw')
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await page.getByText('已撤回').first().waitFor()
  await app.look(page, 'documents-withdrawn')
  await anyone.reload()
  await anyone.getByRole('heading', { name: '已撤回' }).waitFor()
}, 240_000)

test('a secretary opens a member’s documents and exports the members and the records', async () => {
  const page = await app.signIn('熊月彤', desktop)
  await app.open(page, 'packages/staff/members/index')
  await page.getByRole('button', { name: '导出表格' }).click()
  await app.look(page, 'export-sheet-desktop')
  for (const [what, head] of [['成员名单', '必需条件已满足'], ['活动记录', '来源']] as const) {
    if (!(await page.getByRole('dialog').isVisible())) await page.getByRole('button', { name: '导出表格' }).click()
    await page.getByRole('radio', { name: what }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click()])
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(await download.path())
    expect(book.worksheets[0]?.getRow(1).values).toContain(head)
    expect(book.worksheets[0]?.rowCount).toBeGreaterThan(10)
  }
  await page.locator('button.q-card').and(page.locator(':visible')).first().click()
  await page.getByRole('button', { name: '证明和报告' }).click()
  await page.getByText('已出具的').waitFor()
  await app.look(page, 'documents-of-member-desktop')
}, 240_000)

test('on a phone the secretary’s export fits', async () => {
  const page = await app.signIn('熊月彤')
  await app.open(page, 'packages/staff/members/index')
  await app.look(page, 'members-phone')
  await page.getByRole('button', { name: '导出表格' }).click()
  await app.look(page, 'export-sheet-phone')
}, 120_000)
