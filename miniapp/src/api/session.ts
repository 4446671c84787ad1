import type { Answer } from '@shared/contract/index'
import { forgetHeld } from '@/platform/forget-held'
import { forget, keep, kept, keptKeys } from '@/platform/storage'

export type Session = Answer<'signIn'>
export type Person = NonNullable<Session['person']>
export type Role = Person['roles'][number]

const key = 'session'
let session: Session | undefined
let read = false

/** The session of this phone, or undefined. Kept over restarts. */
export const currentSession = (): Session | undefined => {
  if (!read) {
    session = kept<Session>(key)
    read = true
  }
  return session
}

export const openSession = (next: Session): void => {
  session = next
  read = true
  keep(key, next)
}

/** Somebody else of the same WeChat identity: what was fetched for each is kept apart, and they begin in a role of their own. */
export const switchSession = (next: Session): void => {
  forget('role')
  openSession(next)
}

/** Signs out of this phone: the token, everything fetched with it and keys of venues’ codes are forgotten; drafts, scans that wait and the language stay. */
export const endSession = (): void => {
  session = undefined
  read = true
  forget(key)
  forget('role')
  for (const k of keptKeys()) if (k.startsWith('q:') || k.startsWith('venue-key:')) forget(k)
  forgetHeld()
}

/** Where the person goes on after signing in again. */
export const comeBackTo = (page: string, params: Record<string, string>): void => keep('back', { personId: currentPerson()?.personId, page, params })
/** Once, and only for the same person. */
export const takeBack = (): { page: string; params: Record<string, string> } | undefined => {
  const back = kept<{ personId: string; page: string; params: Record<string, string> }>('back')
  forget('back')
  return back?.personId === currentPerson()?.personId ? back : undefined
}

export const currentPerson = (): Person | undefined => currentSession()?.person ?? undefined

/** Which of their roles the person is acting in; the first one until they choose. */
export const currentRole = (): Role | undefined => {
  const roles = currentPerson()?.roles ?? []
  const chosen = kept<Role>('role')
  return roles.find((r) => r.name === chosen?.name && r.scope === chosen.scope) ?? roles[0]
}
export const chooseRole = (role: Role): void => keep('role', role)

/** The page a person begins at in their present role. */
export const startPage = (): string => {
  if (!currentPerson()) return 'sign-in'
  const role = currentRole()?.name
  // Whose only role was taken away has a page to sign out at.
  return role === undefined ? 'me' : role === 'student' ? 'home' : 'staff/home'
}
