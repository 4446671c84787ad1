import { useEffect, useState } from 'react'
import { restartAt } from '@/platform/navigate'
import { currentPerson, currentRole, type Person, startPage } from './session'

/** Leads whoever has no place on a page to where they begin. Of a session that ends while it is open whoever ended it does that: twice would open the sign-in page twice. */
export const useLeave = (away: boolean): void => {
  const [signedIn] = useState(() => currentPerson() !== undefined)
  useEffect(() => {
    if (away && (currentPerson() || !signedIn)) restartAt(startPage())
  }, [away])
}

/** Who is signed in. A page for students leads others to where they begin; nobody signed in goes to the sign-in page. */
export const usePerson = (studentsOnly = false): Person | undefined => {
  const person = currentPerson()
  const away = !person || (studentsOnly && currentRole()?.name !== 'student')
  useLeave(away)
  return away ? undefined : person
}
