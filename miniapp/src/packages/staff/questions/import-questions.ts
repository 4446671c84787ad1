import { questionColumns } from '@shared/model/question'
import type { Answer } from '@shared/contract/index'
import type { Trouble } from '@/api/reply'
import { troubleWords } from '@/text'
import { missingIn, sheetTrouble } from '../parts/sheet-trouble'
import { x } from '../text/exams'

export type Import = Answer<'importQuestions'>
export type QuestionRow = Import['rows'][number]

/** What was refused first: it is what there is to do. */
export const fates = ['refused', 'changed', 'new', 'same'] as const

const columnWords = (column: (typeof questionColumns)[number]): string => x(`col-${column}`)

/** Why a file came to nothing, and what to do about it. */
export const importTrouble = (trouble: Trouble): string => {
  const { code, detail } = trouble
  // A bank holds fewer rows than a roster, and its columns are not chosen by hand.
  if (code === 'sheet-unreadable' && detail.why === 'too-many-rows') return x('tooMany')
  if (code === 'sheet-columns-missing') return x('columnsMissing', { what: missingIn(detail, questionColumns, columnWords) })
  return sheetTrouble(trouble, questionColumns, columnWords) ?? troubleWords(code)
}

export const rowWords = (row: QuestionRow): string[] => row.problems.map(({ column, code, value = '' }) => x('problem', { column: x(`col-${column}`), what: x(`q-${code}`, { value }) }))

/** A sheet to begin with: one question of each kind. The mark in front makes spreadsheet programs read it as UTF-8. */
export const template = `\uFEFF${[
  '题型,题干,选项A,选项B,选项C,选项D,选项E,选项F,答案',
  '单选题,共青团的组织原则是（　）。,民主集中制,主任负责制,轮流负责制,自由表决制,,,A',
  '多选题,团徽的图案包括（　）。,团旗,齿轮,和平鸽,麦穗,,,ABD',
  '判断题,申请入团的青年应有两名团员作介绍人。,,,,,,,正确',
].join('\r\n')}`
