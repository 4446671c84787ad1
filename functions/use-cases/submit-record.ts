import type { UseCase } from '../http/app'
import { enterRecord } from './enter-record'

/** A student's own record, which waits for review. */
export const submitRecord: UseCase<'submitRecord'> = (context, { id, ...submitted }, { actor }) =>
  enterRecord(context, actor.personId, { recordId: id, source: 'self-reported', ...submitted, by: actor.personId })
