import { isDeepStrictEqual } from 'node:util'
import { inScope } from '@shared/model/org'
import type { ExamEntry, RecordEntry } from '@shared/model/ledger'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { appendEntry } from '../store/ledger'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import { instantOf } from './context'

/** A class roll: an approved record (and an exam's score) for each member who was there. One outcome each; the same roll again changes nothing. */
export const grantRoll: UseCase<'grantRoll'> = async (context, { id, org, people, exam, ...granted }, { actor }) => {
  const faulty = Date.parse(granted.endedAt) < Date.parse(granted.startedAt) ? 'end-before-start' : Date.parse(granted.endedAt) > context.now() ? 'in-future' : undefined
  if (faulty) return { refused: 'invalid-input', errors: [{ path: 'endedAt', code: faulty, message: 'endedAt must be after startedAt and not in the future' }] }
  const accounts = await getItems<Me>(context.table, people.map(({ personId }) => keys.me(personId)))
  const common = { at: instantOf(context.now()), by: actor.personId }
  const outcomes = []
  for (const [i, { personId, score }] of people.entries()) {
    const branch = accounts[i]?.branch
    if (branch === undefined || !inScope(org, branch)) outcomes.push({ personId, ok: false, code: 'not-found' })
    else if (personId === actor.personId) outcomes.push({ personId, ok: false, code: 'own-record' })
    else {
      const record: RecordEntry = { type: 'record', recordId: id, source: 'granted', ...granted, startedAt: instantOf(Date.parse(granted.startedAt)), endedAt: instantOf(Date.parse(granted.endedAt)), photoIds: [], ...common }
      const put = await appendEntry(context.table, personId, record)
      const same = put.put || (['category', 'startedAt', 'endedAt', 'quantity', 'distinctKey', 'title'] as const).every((key) => isDeepStrictEqual(put.held[key], record[key]))
      if (same && exam && score !== undefined) {
        const result: ExamEntry = { type: 'exam', examId: id, course: exam.course, takenAt: instantOf(Date.parse(exam.takenAt)), score, ...common }
        const entered = await appendEntry(context.table, personId, result)
        outcomes.push(entered.put || entered.held.score === score ? { personId, ok: true } : { personId, ok: false, code: 'id-reused' })
      } else outcomes.push(same ? { personId, ok: true } : { personId, ok: false, code: 'id-reused' })
    }
  }
  return { outcomes }
}
