import { grantors } from '@shared/model/role-trail'
import { useEffect } from 'react'
import { restartAt } from '@/platform/navigate'
import { type Staff, useStaff } from './use-staff'

export type { Staff }
export const isGrantor = (staff: Staff): boolean => grantors.some((name) => name === staff.role.name)

/** The person in a role that gives roles; others are led to the staff home. */
export const useGrantor = (): Staff | undefined => {
  const staff = useStaff(true)
  const away = staff !== undefined && !isGrantor(staff)
  useEffect(() => {
    if (away) restartAt('staff/home')
  }, [away])
  return away ? undefined : staff
}
