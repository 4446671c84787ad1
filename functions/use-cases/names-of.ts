import { keys } from '../store/keys'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import type { Context } from './context'

/** Names by person id; whoever is gone has none. */
export const namesOf = async (context: Context, personIds: readonly (string | undefined)[]): Promise<Map<string, string>> => {
  const people = await getItems<Me>(context.table, [...new Set(personIds)].flatMap((id) => (id === undefined ? [] : [keys.me(id)])))
  return new Map(people.flatMap((me) => (me ? [[me.personId, me.name] as const] : [])))
}

/** A refusal's `conflict` with the person's name in the place of their id. */
export const withName = async <T extends { detail?: Record<string, unknown> }>(context: Context, refusal: T): Promise<T> => {
  const conflict = refusal.detail?.conflict as { by?: string } | undefined
  if (conflict?.by === undefined) return refusal
  const { by, ...rest } = conflict
  return { ...refusal, detail: { ...refusal.detail, conflict: { ...rest, byName: (await namesOf(context, [by])).get(by) } } }
}
