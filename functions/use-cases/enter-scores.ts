import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import { eachOf } from './each-of'
import { enterScore } from './enter-score'
import { refuseEntry } from './refuse-entry'

/** People whose scores are entered at once. */
const width = 10

/** A paper exam's scores, an entry a member under the client's id. One outcome each. */
export const enterScores: UseCase<'enterScores'> = async (context, { id, org, course, takenAt, people }, { actor }) => {
  if (Date.parse(takenAt) > context.now()) return { refused: 'invalid-input', errors: [{ path: 'takenAt', code: 'in-future', message: 'The exam has not been held yet' }] }
  const accounts = await getItems<Me>(context.table, people.map(({ personId }) => keys.me(personId)))
  const outcomes = await eachOf(people, width, async ({ personId, score }, i) => {
    const code = (await refuseEntry(context, org, accounts[i], actor)) ?? (await enterScore(context, personId, { id, course, takenAt, score }, actor.personId))
    return { personId, ok: code === undefined, ...(code !== undefined && { code }) }
  })
  return { outcomes }
}
