import type { FilePart } from '@shared/model/read'
import type { RoleName } from '@shared/model/role'
import { localDateIn } from '@shared/rules/local-date-in'
import { may } from '../core/may'
import { readMe } from '../store/people'
import { addFileRead, readFileRead } from '../store/reads'
import { type Actor, type Context, instantOf } from './context'
import { orgName } from './show-person'

const keptDays = 730
const coarseMs = 10 * 60_000

/**
 * Notes that `reader` looks at a part of somebody's file, one item a person, reader and day (Asia/Shanghai), kept for two years. Written only where it
 * changes something: a new part, or ten minutes gone by since the last. Throws where it cannot be written, so that the answer is not given
 * (spec/privacy.md, "Access"). `roles`: those that open the file.
 */
export const logRead = async (context: Context, reader: Actor, personId: string, part: FilePart, roles: readonly RoleName[]): Promise<void> => {
  const now = context.now()
  const date = localDateIn('Asia/Shanghai', now)
  const held = await readFileRead(context.table, personId, date, reader.personId)
  if (held?.parts.has(part) && now - Date.parse(held.lastAt) < coarseMs) return
  const branch = (await readMe(context.table, personId))?.branch
  const role = branch === undefined ? undefined : reader.roles.find((one) => may([one], roles, branch))
  if (!role) throw new Error(`No role opens the file of ${personId} to ${reader.personId}`)
  const who = { name: reader.name, role: role.name, scopeName: await orgName(context, role.scope) }
  await addFileRead(context.table, personId, date, reader.personId, part, instantOf(now), who, Math.ceil(now / 1000) + keptDays * 86_400)
}

export type LogRead = typeof logRead
