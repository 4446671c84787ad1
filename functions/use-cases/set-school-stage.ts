import { countyOf } from '@shared/model/org'
import type { UseCase } from '../http/app'
import { setStage } from '../store/orgs'

/** Which stage a school has, or one of its branches: the same again changes nothing. Shown half a minute later at the latest (context.orgs). */
export const setSchoolStage: UseCase<'setSchoolStage'> = async (context, { org, stage }) => {
  const found = (await context.orgs(countyOf(org))).get(org)
  const fits = found && (found.kind === 'school' || found.kind === 'branch')
  if (!fits || !(await setStage(context.table, org, stage))) return { refused: 'invalid-input', errors: [{ path: 'org', code: 'no-stage', message: 'A school or a branch has a stage' }] }
  return { org, stage }
}
