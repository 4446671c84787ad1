import { inScope } from '@shared/model/org'
import type { Role, RoleName } from '@shared/model/role'

/** Whether one of these roles, held over `target`'s organisation or one above it, is among the caller's. */
export const may = (roles: readonly Role[], allowed: readonly RoleName[], target: string): boolean =>
  roles.some((role) => allowed.includes(role.name) && inScope(role.scope, target))
