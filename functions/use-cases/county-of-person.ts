import type { Me } from '../store/people'

/** The county a person belongs to, by their branch, their account or their first role. */
export const countyOfPerson = ({ branch, county, roles: [first] }: Me): string | undefined => (branch ?? county ?? first?.scope)?.split('.', 1)[0]
