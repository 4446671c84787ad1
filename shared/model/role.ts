/** What a person may be, each within one organisation and all below it. A student is anyone with a branch. */
export const roleNames = ['student', 'home-manager', 'branch-secretary', 'committee', 'county-committee'] as const
export type RoleName = (typeof roleNames)[number]

/** `scope` is an organisation's id: a branch for a student or branch secretary, a home, a school or township (committee), or a county. */
export interface Role {
  name: RoleName
  scope: string
}
