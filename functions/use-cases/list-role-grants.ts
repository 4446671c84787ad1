import { countyOf, inScope } from '@shared/model/org'
import type { RoleStep } from '@shared/model/role-trail'
import { openProposals } from '../core/role-grants'
import type { UseCase } from '../http/app'
import { countCountySecretaries, readRoleStepsPage, readRoleTail } from '../store/role-trail'
import { pageAcross } from './page-across'
import { showGrants, showStep } from './show-role-grants'

/** The trail of roles at and below an organisation, newest first; what is open comes with its first page. A school's few steps lie among the county's: read by the hundred. */
export const listRoleGrants: UseCase<'listRoleGrants'> = async (context, { org, cursor, limit }, { actor }) => {
  const county = countyOf(org)
  const within = ({ scope }: RoleStep) => inScope(org, scope)
  const show = (steps: RoleStep[]) => Promise.all(steps.map((step) => (within(step) ? showStep(context, step) : undefined)))
  const [page, open, countySecretaries] = await Promise.all([
    pageAcross<RoleStep, Awaited<ReturnType<typeof showStep>>>([county], cursor, limit, (_, most, after) => readRoleStepsPage(context.table, county, Math.max(100, most), after), show),
    cursor === undefined ? readRoleTail(context.table, county, context.now()).then((tail) => showGrants(context, openProposals(tail, context.now()).filter(within), actor)) : [],
    countCountySecretaries(context.table, county),
  ])
  return { ...page, open, countySecretaries }
}
