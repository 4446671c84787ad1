import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { button, field, shown } from './page'

const dialog = (page: Page) => page.getByRole('dialog')
const confirm = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click()

/** Staff record an act on the page of an application: the button that names it, its form, and the form closes when it is recorded. */
export const recordAct = async (page: Page, act: string, values: Record<string, string> = {}, more: () => Promise<void> = async () => undefined): Promise<void> => {
  await button(page, act).click()
  for (const [label, value] of Object.entries(values)) await dialog(page).getByLabel(label, { exact: true }).fill(value)
  await more()
  await confirm(page, '登记')
  await dialog(page).waitFor({ state: 'hidden' })
}

/** What a decision of a body says besides its name and the day, which the form knows. */
export const decided = (attendance: number, minutes: string): Record<string, string> => ({ 到会人数: String(attendance), 会议记录编号: minutes })

/** Somebody is picked by name from those whom the form finds. */
export const pickMember = async (page: Page, name: string): Promise<void> => {
  await dialog(page).getByLabel('输入姓名', { exact: true }).fill(name)
  await dialog(page).getByRole('button', { name, exact: true }).click()
}

/** A mentor or an introducer says what they were asked for, on their own page. */
export const speak = async (page: Page, name: string, write: '记录一次谈话' | '写介绍意见', words: string): Promise<void> => {
  const card = page.locator('.q-card:visible', { hasText: name }).filter({ hasText: write })
  await card.getByRole('button', { name: write, exact: true }).click()
  const talk = write === '记录一次谈话'
  await field(page, talk ? '谈话内容' : '介绍意见').fill(words)
  await button(page, talk ? '保存谈话记录' : '提交介绍意见').click()
  if (!talk) await confirm(page, '提交介绍意见')
  await shown(page, talk ? '谈话已记录' : /你已写过意见/)
}

/** The applicant writes what of the form is given, chooses introducers who are not chosen yet, and hands it in. */
export const handInForm = async (page: Page, values: Record<string, string>, introducers: readonly string[]): Promise<void> => {
  for (const [label, value] of Object.entries(values)) await field(page, label).fill(value)
  for (const name of introducers) await page.getByRole('checkbox', { name, exact: true }).click()
  await button(page, '提交入团志愿书').click()
  await confirm(page, '提交入团志愿书')
  await shown(page, /^介绍人：/)
}

/** A branch's meeting from its plan to its minutes, at which all who are present are for one candidate. The page shows the list of meetings. */
export const holdMeeting = async (page: Page, candidate: string, look: (page: Page, name: string) => Promise<void>): Promise<void> => {
  const tab = (name: string) => page.getByRole('radio', { name, exact: true }).and(page.locator(':visible')).click()
  await button(page, '筹备支部大会').click()
  for (const [label, value] of [['地点', '教室'], ['主持人', '周老师'], ['记录人', '吴老师']] as const) await field(page, label).fill(value)
  await button(page, '列入计划').click()
  await shown(page, /^还差 \d+ 人到会$/)
  await button(page, '全部到会').click()
  await shown(page, '到会人数够了')
  await look(page, 'roll')
  await tab('表决')
  const card = page.locator('.q-card:visible', { hasText: candidate }).filter({ hasText: '表决方式' })
  await card.getByRole('button', { name: '其余都赞成' }).click()
  await shown(page, '将会通过')
  await look(page, 'vote')
  await card.getByRole('button', { name: `登记表决结果 ${candidate}` }).click()
  await confirm(page, '登记表决结果')
  await shown(page, `已登记：${candidate} 通过`)
  await tab('记录')
  await button(page, '按议程和表决写出初稿').click()
  await button(page, '结束大会并存档').click()
  await confirm(page, '结束大会并存档')
  await shown(page, '已召开')
}

/** What the applicant's page says at the top: the state, what comes next, and the day on which the state was reached. */
export const expectStanding = async (page: Page, state: string, date: string, next: RegExp): Promise<void> => {
  await page.locator('.apply-state:visible', { hasText: state }).waitFor()
  await page.locator('.apply-next:visible', { hasText: next }).waitFor()
  expect(await page.getByRole('listitem').filter({ hasText: state }).first().textContent()).toContain(date)
}

export const chooseFile = async (page: Page, name: RegExp, file: string): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name }).click()])
  await chooser.setFiles(file)
}

/** A paper that a button makes: the PDF that opens in a tab of its own. */
export const openedPdf = async (page: Page, name: string): Promise<Uint8Array> => {
  const linked = page.waitForResponse((response) => /\/documents\/[^/]+$/.test(new URL(response.url()).pathname) && response.request().method() === 'GET')
  const [tab] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name }).click()])
  const { url } = (await (await linked).json()) as { url: string }
  await tab.close()
  return new Uint8Array(await (await fetch(url)).arrayBuffer())
}
