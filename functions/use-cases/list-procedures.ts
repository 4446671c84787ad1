import { countyOf } from '@shared/model/org'
import type { ProcedureVersion } from '@shared/model/procedure'
import { allProcedures, procedureState } from '../core/publish-procedure'
import type { UseCase } from '../http/app'
import { readProcedures } from '../store/procedure'
import type { Context } from './context'
import { namesOf } from './names-of'

/** Versions as answers show them; `all`: every one of the county's. */
export const showProcedures = async (context: Context, some: readonly ProcedureVersion[], all: readonly ProcedureVersion[]) => {
  const names = await namesOf(context, some.map(({ publishedBy }) => publishedBy))
  return some.map((one) => {
    const { version, content, effectiveFrom, publishedAt, publishedBy } = one
    return { version, content: content as never, effectiveFrom, state: procedureState(one, all, context.now()), ...(publishedAt !== undefined && { publishedAt }), ...(publishedBy !== undefined && { byName: names.get(publishedBy) }) }
  })
}

/** Every version of the county's admission procedure, the last first: a handful in ten years, so in one page. */
export const listProcedures: UseCase<'listProcedures'> = async (context, { org }) => {
  const all = allProcedures(await readProcedures(context.table, countyOf(org), true))
  return { items: await showProcedures(context, all, all) }
}
