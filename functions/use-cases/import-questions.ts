import { createHash } from 'node:crypto'
import { countyOf } from '@shared/model/org'
import { mostQuestions, type Question } from '@shared/model/question'
import { type Refusal, refuse } from '@shared/model/refusal'
import { decideQuestions, type QuestionFate } from '../core/import-questions'
import { readQuestions } from '../core/question-sheet'
import type { UseCase } from '../http/app'
import type { readSheets } from '../sheets/read-sheet'
import { addBankVersion, putQuestion, readBank } from '../store/question-banks'
import { instantOf } from './context'
import { eachOf } from './each-of'
import { untilDecided } from './until-decided'

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)
/** What it asks, without spaces and signs; a dot; what it is. Never sent: the second half would tell who tries them which answers are right. */
export const questionIdOf = (question: Question): string => `${hash(question.stem.replaceAll(/[\s\p{P}]/gu, ''))}.${hash([question.kind, question.stem, question.options, question.right])}`

/** A sheet of questions into a committee's bank. The dry run shows every row's fate; applied, the questions are put first and then the version that names them, so that no version lacks one. */
export const importQuestionsWith = (read: typeof readSheets): UseCase<'importQuestions'> => async (context, { org, course, content, mode, dryRun }, { actor }) => {
  const kind = (await context.orgs(countyOf(org))).get(org)?.kind
  if (kind !== 'county' && kind !== 'school' && kind !== 'township') return { refused: 'invalid-input', errors: [{ path: 'org', code: 'not-a-committee', message: 'A bank belongs to a school, a township or the county' }] }
  const file = await read(Buffer.from(content, 'base64'))
  if ('unreadable' in file) return refuse('sheet-unreadable', { why: file.unreadable })
  const found = readQuestions(file.sheets)
  if ('missing' in found) return refuse('sheet-columns-missing', { missing: found.missing })

  const shown = ({ sheet, row, kind: of, stem, options, fate, problems }: QuestionFate) => ({ sheet, row, kind: of, stem, options, fate, problems })
  return untilDecided(context, async () => {
    const held = await readBank(context.table, org, course)
    const { rows, bank, dropped } = decideQuestions(found.rows, held?.ids ?? [], mode, questionIdOf)
    if (bank.length > mostQuestions) return refuse('sheet-unreadable', { why: 'too-many-rows' }) satisfies Refusal
    const count = (fate: QuestionFate['fate']) => rows.filter((row) => row.fate === fate).length
    const answer = { dryRun, counts: { new: count('new'), same: count('same'), changed: count('changed'), refused: count('refused') }, dropped, questions: bank.length, rows: rows.map(shown) }
    if (dryRun || (dropped === 0 && rows.every(({ fate }) => fate === 'same' || fate === 'refused'))) return answer
    await eachOf(rows, 20, async ({ fate, id, question }) => {
      if (id !== undefined && question && (fate === 'new' || fate === 'changed')) await putQuestion(context.table, org, course, id, question)
    })
    const version = { n: (held?.n ?? 0) + 1, ids: bank, at: instantOf(context.now()), by: actor.personId }
    return (await addBankVersion(context.table, org, course, version)) ? answer : undefined
  })
}
