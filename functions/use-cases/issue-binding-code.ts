import { createHash } from 'node:crypto'
import { refuse } from '@shared/model/refusal'
import { bindingCodeDays, bindingCodeOf, tidyBindingCode } from '../core/binding-code'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readMe } from '../store/people'
import { putItem, UpdateCommand } from '../store/table'
import { instantOf } from './context'

export const hashBindingCode = (code: string): string => createHash('sha256').update(tidyBindingCode(code)).digest('hex')

/** A new one-time code, stored only as its hash; the account names the latest, so that earlier ones end. */
export const issueBindingCode: UseCase<'issueBindingCode'> = async (context, { personId }, { actor }) => {
  const me = await readMe(context.table, personId)
  if (!me) return refuse('not-found')
  if (me.identity) return refuse('identity-bound')
  const code = bindingCodeOf(context.random(13))
  const hash = hashBindingCode(code)
  const ends = context.now() + bindingCodeDays * 86_400_000
  await putItem(context.table, { ...keys.bindingCode(hash), personId, issuedBy: actor.personId, ends, expiresAt: Math.ceil(ends / 1000) })
  await context.table.doc.send(new UpdateCommand({ TableName: context.table.name, Key: keys.me(personId), UpdateExpression: 'SET bindingCode = :hash', ExpressionAttributeValues: { ':hash': hash } }))
  return { code, expiresAt: instantOf(ends) }
}
