import type { UseCase } from '../http/app'
import { withdrawRecordFor } from './withdraw-record-for'

/** A student takes back a record that still waits. */
export const withdrawRecord: UseCase<'withdrawRecord'> = (context, input, caller) => withdrawRecordFor(context, { ...input, personId: caller.actor.personId }, caller)
