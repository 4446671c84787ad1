import { defaultExamPolicy } from '@shared/model/exam'
import { keys } from '../store/keys'
import type { Item } from '../store/table'
import { questionIdOf } from '../use-cases/import-questions'
import { addDays, at } from './calendar'
import { leagueQuestions } from './questions'

/** The county committee's bank for the League class's exam, as one import left it. */
export interface DemoBank {
  org: string
  /** RFC 3339. */
  at: string
  by: string
}

const course = 'league-class'

export const bankOf = (org: string, by: string, today: string): DemoBank => ({ org, at: at(addDays(today, -40), 10 * 60), by })

/** The bank's items, and the county's policy for the exam. */
export const bankItems = ({ org, at: importedAt, by }: DemoBank): Item[] => {
  const questions = leagueQuestions.map((question) => ({ id: questionIdOf(question), question }))
  return [
    { ...keys.examPolicy(org, course), ...defaultExamPolicy },
    ...questions.map(({ id, question }) => ({ ...keys.bankQuestion(org, course, id), ...question })),
    { ...keys.bankVersion(org, course, 1), n: 1, ids: questions.map(({ id }) => id).sort(), at: importedAt, by },
  ]
}
