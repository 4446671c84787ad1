import { isDeepStrictEqual } from 'node:util'
import { type Refusal, type RefusalCode, refuse } from '@shared/model/refusal'
import type { Revised } from '@shared/model/youth-home'
import { type Actor, type Context, instantOf } from './context'
import { withName } from './names-of'

/**
 * Writes what was `said` as the revision after the one that was read. The last request again gives the same answer, with other content `id-reused`; where
 * somebody else was first, `changed` says who and when. `check` looks at the rest only where the revision is right; `write` is false where another write won.
 */
export const saveRevision = async <Said extends object>(
  context: Context,
  actor: Actor,
  { id, revision }: { id: string; revision: number },
  said: Said,
  read: () => Promise<(Said & Revised) | undefined>,
  check: (held: (Said & Revised) | undefined) => Promise<Refusal | undefined> | Refusal | undefined,
  write: (next: Said & Revised, held: (Said & Revised) | undefined) => Promise<boolean>,
  changed: RefusalCode = 'home-changed',
): Promise<Refusal | undefined> => {
  const held = await read()
  if (held?.saveId === id && held.by === actor.personId) return Object.entries(said).every(([key, value]) => isDeepStrictEqual(held[key as keyof Said], value)) ? undefined : refuse('id-reused')
  if ((held?.revision ?? 0) === revision) {
    const refused = await check(held)
    if (refused) return refused
    if (await write({ ...said, revision: revision + 1, saveId: id, at: instantOf(context.now()), by: actor.personId }, held)) return undefined
  }
  const now = await read()
  if (now?.saveId === id && now.by === actor.personId) return undefined
  return withName(context, refuse(changed, { conflict: { what: 'save', revision: now?.revision ?? 0, ...(now && { by: now.by, at: now.at }) } }))
}
