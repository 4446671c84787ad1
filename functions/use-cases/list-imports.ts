import type { ImportView } from '@shared/contract/imports'
import { platformName } from '@shared/model/import'
import type { UseCase } from '../http/app'
import { type Import, readImportsPage } from '../store/imports'
import type { Context } from './context'
import { namesOf } from './names-of'

/** Imports as answers show them: who by name, the platform by its own. */
export const showImports = async (context: Context, imports: readonly Import[]): Promise<ImportView[]> => {
  const names = await namesOf(context, imports.flatMap(({ by, undone }) => [by, undone?.by]))
  const nameOf = (personId: string) => names.get(personId) ?? ''
  return imports.map(({ importId, kind, platform, fileName, at, by, counts, waiting, undone }) => ({
    importId, kind, platform: platformName(platform), fileName, at, byName: nameOf(by), counts, waiting, ...(undone && { undone: { at: undone.at, byName: nameOf(undone.by), waiting: undone.waiting } }),
  }))
}

/** The place a cursor names; undefined where it is none of ours: then the list begins anew. */
const placeOf = (cursor: string | undefined): string | undefined => {
  const place = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString()
  return /^M#[\dTZ:.-]{10,30}#[\w-]{8,64}$/.test(place) ? place : undefined
}

export const listImports: UseCase<'listImports'> = async (context, { org, cursor, limit }) => {
  const { items, next } = await readImportsPage(context.table, org, limit, placeOf(cursor))
  return { items: await showImports(context, items), ...(next !== undefined && { next: Buffer.from(next).toString('base64url') }) }
}
