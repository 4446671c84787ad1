import { inScope } from '../model/org'
import type { Role } from '../model/role'
import type { StaffRole } from '../model/role-trail'

/**
 * Whether someone with these roles may propose, approve or refuse `role` over the organisation `scope`: the county committee anything in its county, the
 * committee of a school or township its branches' secretaries and its homes' managers. That it is for somebody else, and by two, is asked elsewhere.
 */
export const mayGrant = (roles: readonly Role[], role: StaffRole, scope: string): boolean =>
  roles.some((held) => {
    if (!inScope(held.scope, scope)) return false
    if (held.name === 'county-committee') return true
    return held.name === 'committee' && held.scope !== scope && (role === 'branch-secretary' || role === 'home-manager')
  })
