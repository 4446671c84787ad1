import { above } from '@shared/model/org'
import type { Role } from '@shared/model/role'

/**
 * Whether somebody with these roles may hand out the code that signs in as a person with those: whoever binds it holds the person's powers, so every staff role of
 * the person lies below one of the giver's. Nobody makes a code for their equal: with it they would be their own second approver.
 */
export const mayGiveCode = (giver: readonly Role[], person: readonly Role[]): boolean =>
  person.every(({ name, scope }) => name === 'student' || giver.some((role) => role.name !== 'student' && above(scope).includes(role.scope)))
