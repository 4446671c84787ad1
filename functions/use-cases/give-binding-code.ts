import { createHash } from 'node:crypto'
import { type Refusal, refuse } from '@shared/model/refusal'
import { bindingCodeDays, bindingCodeOf } from '../core/binding-code'
import { tidyCode } from '../core/readable-code'
import { keys } from '../store/keys'
import { nameBindingCode } from '../store/people'
import { putItem } from '../store/table'
import { type Context, instantOf } from './context'

export const hashBindingCode = (code: string): string => createHash('sha256').update(tidyCode(code)).digest('hex')

/** A new code with its hash, which is all that is stored. */
export const newCode = (context: Context): { code: string; hash: string } => {
  const code = bindingCodeOf(context.random(13))
  return { code, hash: hashBindingCode(code) }
}

/**
 * A one-time code for a person who is not bound; the account names the latest, so that earlier ones end. Who may hand one out is the caller's to ask.
 * @returns the code and when it ends, RFC 3339; `identity-bound` where the person is bound, or was while this ran
 */
export const giveBindingCode = async (context: Context, personId: string, by: string): Promise<{ code: string; expiresAt: string } | Refusal> => {
  const { code, hash } = newCode(context)
  const ends = context.now() + bindingCodeDays * 86_400_000
  await putItem(context.table, { ...keys.bindingCode(hash), personId, issuedBy: by, ends, expiresAt: Math.ceil(ends / 1000) })
  return (await nameBindingCode(context.table, personId, hash)) ? { code, expiresAt: instantOf(ends) } : refuse('identity-bound')
}
