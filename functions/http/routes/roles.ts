import { roleEndpoints } from '@shared/contract/roles'
import { decideRoleGrant } from '../../use-cases/decide-role-grant'
import { issueStaffCode } from '../../use-cases/issue-staff-code'
import { listRoleGrants } from '../../use-cases/list-role-grants'
import { listRoleHolders } from '../../use-cases/list-role-holders'
import { proposeRole } from '../../use-cases/propose-role'
import { removeRole } from '../../use-cases/remove-role'
import { unbindStaff } from '../../use-cases/unbind-staff'
import type { Routes } from '../app'

/** Staff roles: given by two, taken away by the county, and the trail of it all. */
export const roleRoutes: Routes = {
  listRoleGrants: { endpoint: roleEndpoints.listRoleGrants, useCase: listRoleGrants },
  listRoleHolders: { endpoint: roleEndpoints.listRoleHolders, useCase: listRoleHolders },
  proposeRole: { endpoint: roleEndpoints.proposeRole, useCase: proposeRole },
  decideRoleGrant: { endpoint: roleEndpoints.decideRoleGrant, useCase: decideRoleGrant },
  removeRole: { endpoint: roleEndpoints.removeRole, useCase: removeRole },
  issueStaffCode: { endpoint: roleEndpoints.issueStaffCode, useCase: issueStaffCode },
  unbindStaff: { endpoint: roleEndpoints.unbindStaff, useCase: unbindStaff },
}
