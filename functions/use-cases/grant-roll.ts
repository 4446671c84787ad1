import type { Parsed } from '@shared/contract'
import type { Covering, RecordEntry } from '@shared/model/ledger'
import type { FieldError } from '@shared/model/refusal'
import { sameContent } from '../core/content-of'
import { foldLedger } from '../core/fold-ledger'
import { faultsOfRoll } from '../core/grant-roll'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { appendEntry, readLedger } from '../store/ledger'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { enterScore } from './enter-score'
import { refuseEntry } from './refuse-entry'

type Roll = Omit<Parsed<'grantRoll'>, 'org' | 'people'> & { place?: string }

/** Members whose entries are made at once. */
const width = 10

/** One member's record and score; the code says why not. Hours yield to what is approved already (core/cut-overlaps.ts). */
export const grantOne = async (context: Context, { id, exam, ...granted }: Roll, personId: string, score: number | undefined, by: string): Promise<string | undefined> => {
  const record: RecordEntry = {
    type: 'record', recordId: id, source: 'granted', ...granted, startedAt: instantOf(Date.parse(granted.startedAt)), endedAt: instantOf(Date.parse(granted.endedAt)), photoIds: [],
    ...(granted.category === 'volunteering' && { yields: true as const }), at: instantOf(context.now()), by,
  }
  const put = await appendEntry(context.table, personId, record)
  if (!put.put && !sameContent(put.held, record)) return 'id-reused'
  return exam && score !== undefined ? enterScore(context, personId, { id, ...exam, score }, by) : undefined
}

/** What is left of hours that met others. */
const yielded = async (context: Context, personId: string, recordId: string): Promise<{ left?: number; coveredBy?: Covering[] }> => {
  const record = foldLedger(await readLedger(context.table, personId)).records.find(({ id }) => id === recordId)
  return record?.coveredBy ? { left: record.status === 'approved' ? record.quantity : 0, coveredBy: record.coveredBy } : {}
}

/** A class roll: an approved record (and an exam's score) for each member who was there. One outcome each; the same roll again changes nothing. */
export const grantRoll: UseCase<'grantRoll'> = async (context, { org, people, ...roll }, { actor }) => {
  const errors: FieldError[] = faultsOfRoll(roll, context.now())
  if (roll.exam && Date.parse(roll.exam.takenAt) > context.now()) errors.push({ path: 'exam.takenAt', code: 'in-future', message: 'The exam has not been held yet' })
  if (errors.length) return { refused: 'invalid-input', errors }
  const accounts = await getItems<Me>(context.table, people.map(({ personId }) => keys.me(personId)))
  const outcomes = await eachOf(people, width, async ({ personId, score }, i) => {
    const code = (await refuseEntry(context, org, accounts[i], actor)) ?? (await grantOne(context, roll, personId, score, actor.personId))
    if (code !== undefined) return { personId, ok: false, code }
    return { personId, ok: true, ...(roll.category === 'volunteering' && (await yielded(context, personId, roll.id))) }
  })
  return { outcomes }
}
