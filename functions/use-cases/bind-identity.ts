import { noticeVersion } from '@shared/model/consent'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { type Me, readMe } from '../store/people'
import { getItem, isConditionFailed, TransactWriteCommand } from '../store/table'
import { instantOf } from './context'
import { hashBindingCode } from './issue-binding-code'
import { lacksGuardian } from './lacks-guardian'
import { openSession } from './open-session'

/**
 * Binds a WeChat identity to the person whose one-time code it shows: identity, account, code and the recorded consent change together or not at all.
 * Nobody without their own consent to the present notice, nobody under 14 without a guardian's (spec/privacy.md, "Consent").
 */
export const bindIdentity: UseCase<'bindIdentity'> = async (context, { code, consent }, { identity }) => {
  if (consent?.version !== noticeVersion) return refuse('consent-needed')
  const hash = hashBindingCode(code)
  const held = await getItem<{ personId: string; ends: number; usedBy?: string }>(context.table, keys.bindingCode(hash), true)
  if (!held || held.ends <= context.now()) return refuse('binding-code-invalid')
  const { personId } = held
  // The same again, its first answer lost on the way: the same answer.
  if (held.usedBy !== undefined) {
    const me = await readMe(context.table, personId, true)
    return held.usedBy === identity && me?.identity === identity ? openSession(context, me) : refuse('binding-code-used')
  }
  if (await lacksGuardian(context, personId)) return refuse('guardian-consent-needed')
  const [appId = '', openId = ''] = identity.split('#')
  const at = instantOf(context.now())
  const name = context.table.name
  try {
    await context.table.doc.send(
      new TransactWriteCommand({
        TransactItems: [
          { Update: { TableName: name, Key: keys.bindingCode(hash), UpdateExpression: 'SET usedBy = :identity', ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedBy)', ExpressionAttributeValues: { ':identity': identity } } },
          { Put: { TableName: name, Item: { ...keys.identity(appId, openId), personId }, ConditionExpression: 'attribute_not_exists(pk)' } },
          { Put: { TableName: name, Item: { ...keys.consent(personId, at), version: consent.version, at }, ConditionExpression: 'attribute_not_exists(pk)' } },
          {
            Update: {
              TableName: name, Key: keys.me(personId), UpdateExpression: 'SET #identity = :identity, epoch = epoch + :one REMOVE bindingCode',
              ConditionExpression: 'bindingCode = :hash AND attribute_not_exists(#identity)', ExpressionAttributeNames: { '#identity': 'identity' },
              ExpressionAttributeValues: { ':identity': identity, ':one': 1, ':hash': hash },
            },
          },
        ],
      }),
    )
  } catch (error) {
    if (!isConditionFailed(error)) throw error
    const [bound, me] = [await getItem(context.table, keys.identity(appId, openId), true), await readMe(context.table, personId, true)]
    return refuse(bound || me?.identity ? 'identity-bound' : 'binding-code-invalid')
  }
  return openSession(context, (await readMe(context.table, personId, true)) as Me)
}
