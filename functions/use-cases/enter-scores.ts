import type { ExamEntry } from '@shared/model/ledger'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { appendEntry } from '../store/ledger'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import { instantOf } from './context'
import { refuseEntry } from './refuse-entry'

/** A paper exam's scores, an entry a member under the client's id. One outcome each; the same again changes nothing, another score is a correction's business. */
export const enterScores: UseCase<'enterScores'> = async (context, { id, org, course, takenAt, people }, { actor }) => {
  if (Date.parse(takenAt) > context.now()) return { refused: 'invalid-input', errors: [{ path: 'takenAt', code: 'in-future', message: 'The exam has not been held yet' }] }
  const accounts = await getItems<Me>(context.table, people.map(({ personId }) => keys.me(personId)))
  const enter = async (personId: string, score: number): Promise<string | undefined> => {
    const entry: ExamEntry = { type: 'exam', examId: id, course, takenAt: instantOf(Date.parse(takenAt)), score, at: instantOf(context.now()), by: actor.personId }
    const result = await appendEntry(context.table, personId, entry)
    if (result.put) return undefined
    const { held } = result
    return held.score === score && held.course === course && held.takenAt === entry.takenAt ? undefined : 'id-reused'
  }
  const outcomes = []
  for (const [i, { personId, score }] of people.entries()) {
    const code = (await refuseEntry(context, org, accounts[i], actor)) ?? (await enter(personId, score))
    outcomes.push({ personId, ok: code === undefined, ...(code !== undefined && { code }) })
  }
  return { outcomes }
}
