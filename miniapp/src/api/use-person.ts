import { useEffect } from 'react'
import { restartAt } from '@/platform/navigate'
import { currentPerson, currentRole, type Person, startPage } from './session'

/** Who is signed in. A page for students leads others to where they begin; nobody signed in goes to the sign-in page. */
export const usePerson = (studentsOnly = false): Person | undefined => {
  const person = currentPerson()
  const away = !person || (studentsOnly && currentRole()?.name !== 'student')
  useEffect(() => {
    if (away) restartAt(startPage())
  }, [away])
  return away ? undefined : person
}
