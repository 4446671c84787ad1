import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import type { Me } from '../store/people'
import { getItems, queryAll } from '../store/table'
import { orgName } from './show-person'

/** The demo people of the local stage; on any other there is no such thing. */
export const listDemoAccounts: UseCase<'listDemoAccounts'> = async (context) => {
  if (!context.config.demo) return refuse('not-found')
  const accounts = await queryAll<{ personId: string; about: string; order?: number }>(context.table, { pk: 'DEMO', prefix: '' })
  const people = await getItems<Me>(context.table, accounts.map(({ personId }) => keys.me(personId)))
  const rows = accounts.flatMap((account, i) => {
    const me = people[i]
    // The role one would sign in for: the widest besides being a student.
    const role = me?.roles.find(({ name }) => name !== 'student') ?? me?.roles[0]
    return me && role ? [{ code: account.sk, name: me.name, role: role.name, scope: role.scope, about: account.about, order: account.order ?? 0 }] : []
  })
  rows.sort((a, b) => a.order - b.order)
  return Promise.all(rows.map(async ({ order, ...row }) => ({ ...row, scopeName: await orgName(context, row.scope) })))
}
