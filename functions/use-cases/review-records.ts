import { reviewers } from '@shared/contract/progress'
import { isRefusal, refuse, type Refusal } from '@shared/model/refusal'
import type { Answer, Parsed } from '@shared/contract'
import { may } from '../core/may'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import type { Actor, Context } from './context'
import { decideRecord } from './decide-record'
import { withName } from './names-of'

type One = Parsed<'reviewRecords'>['decisions'][number]
type Outcome = Answer<'reviewRecords'>['outcomes'][number]

const decide = async (context: Context, actor: Actor, { id, personId, recordId, verdict, reason, words }: One) => {
  const person = await readMe(context.table, personId)
  if (!person?.branch || !may(actor.roles, reviewers, person.branch)) return refuse('not-allowed')
  if (verdict === 'rejected' && reason === undefined) return { refused: 'invalid-input', errors: [{ path: 'reason', code: 'required', message: 'A rejection says why' }] } satisfies Refusal
  return decideRecord(context, personId, { decisionId: id, recordId, verdict, reason, words, by: actor.personId })
}

/** Decisions in bulk, one after another (two of one person must see each other); each has its own outcome, none stops the rest. */
export const reviewRecords: UseCase<'reviewRecords'> = async (context, { decisions }, { actor }) => {
  const outcomes: Outcome[] = []
  for (const one of decisions) {
    const { id, personId, recordId } = one
    const result = await decide(context, actor, one)
    outcomes.push(isRefusal(result)
      ? { id, personId, recordId, ok: false, code: result.refused, detail: result.errors ? { errors: result.errors } : (await withName(context, result)).detail }
      : { id, personId, recordId, ok: true, status: one.verdict })
  }
  const [only] = outcomes
  return decisions.length === 1 && only && !only.ok && only.code === 'not-allowed' ? refuse('not-allowed') : { outcomes }
}
