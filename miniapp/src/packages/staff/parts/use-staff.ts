import { inScope } from '@shared/model/org'
import { useState } from 'react'
import { currentPerson, currentRole, type Person, type Role } from '@/api/session'
import { useLeave } from '@/api/use-person'
import { useShown } from '@/platform/page-events'
import { keep, kept } from '@/platform/storage'
import { useSender } from './use-sender'

export interface Staff {
  person: Person
  role: Role
  /** May review, see members and decide: anyone but a home's manager. */
  reviewer: boolean
  /** The organisation looked at: the role's own, or one below it. */
  org: string
  setOrg: (org: string) => void
}

/**
 * The person in their staff role. Whoever has none is led to where they begin; pages for reviewers lead a home's manager to the staff home.
 * `opened` names the organisation a page was opened for. What a page looks at is kept while it is shown: the next page begins there.
 */
export const useStaff = (reviewersOnly = false, opened?: string): Staff | undefined => {
  const person = currentPerson()
  const role = currentRole()
  const reviewer = role !== undefined && role.name !== 'student' && role.name !== 'home-manager'
  const stays = person !== undefined && role !== undefined && role.name !== 'student' && (reviewer || !reviewersOnly)
  const [chosen, setChosen] = useState(() => opened ?? kept<string>('staff-org'))
  useSender(stays ? person.personId : undefined, false)
  useLeave(!stays)
  const org = role && (chosen !== undefined && inScope(role.scope, chosen) ? chosen : role.scope)
  useShown(() => {
    if (stays && org) keep('staff-org', org)
  })
  if (!stays || org === undefined) return undefined
  return {
    person, role, reviewer, org,
    setOrg: (next) => {
      keep('staff-org', next)
      setChosen(next)
    },
  }
}
