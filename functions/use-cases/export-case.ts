import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { readPersonCase } from './read-person'

/** The person's data as one case that `evaluate` reads; every figure the product shows equals `evaluate` on it at the same instant. */
export const exportCase: UseCase<'exportCase'> = async (context, { personId, asOf }) => {
  const me = await readMe(context.table, personId)
  if (!me) return refuse('not-found')
  return { ...(await readPersonCase(context, me, asOf === undefined ? context.now() : Date.parse(asOf))).case }
}
