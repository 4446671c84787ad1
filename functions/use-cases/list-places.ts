import { countyOf } from '@shared/model/org'
import type { UseCase } from '../http/app'
import { readOrgs } from '../store/orgs'

/** Where somebody of the county can be moved or sent to: names alone, which stand on every school's door. */
export const listPlaces: UseCase<'listPlaces'> = async (context, { org }) =>
  (await readOrgs(context.table, countyOf(org))).flatMap(({ id, name, kind, classes }) => (kind === 'school' || kind === 'township' || kind === 'branch' ? [{ id, name, kind, ...(classes && { classes }) }] : []))
