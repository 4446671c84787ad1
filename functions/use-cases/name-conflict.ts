import { readMe } from '../store/people'
import type { Context } from './context'

/** A refusal's detail with whoever came first by name: what the second one is told. */
export const nameConflict = async (context: Context, detail: Record<string, unknown> | undefined): Promise<Record<string, unknown> | undefined> => {
  const conflict = detail?.conflict as { by?: string } | undefined
  return conflict?.by === undefined ? detail : { ...detail, conflict: { ...conflict, by: undefined, byName: (await readMe(context.table, conflict.by))?.name } }
}
