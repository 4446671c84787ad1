import type { Page } from 'playwright-core'
import { leagueQuestions } from '../../functions/demo/questions'

/** Answers the exam's question that is shown, as one who learned the demo county's bank by heart. */
export const answerQuestion = async (page: Page): Promise<void> => {
  const stem = await page.locator('#stem:visible').textContent()
  const question = leagueQuestions.find((one) => one.stem === stem)
  if (!question) throw new Error(`Not of the bank: ${stem}`)
  const role = question.kind === 'multiple' ? 'checkbox' : 'radio'
  for (const place of question.right) await page.getByRole(role).and(page.locator(':visible')).filter({ has: page.getByText(question.options[place] ?? '', { exact: true }) }).click()
}
