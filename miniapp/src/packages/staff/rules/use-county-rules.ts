import { useEffect } from 'react'
import { useQuery } from '@/api/use-query'
import { restartAt } from '@/platform/navigate'
import { useStaff } from '../parts/use-staff'

/** The county's rule sets and its draft, for its committee; anybody else is led to their own first page. */
export const useCountyRules = () => {
  const staff = useStaff(true)
  const mine = staff?.role.name === 'county-committee'
  const org = mine ? staff.role.scope : undefined
  const away = staff !== undefined && !mine
  useEffect(() => {
    if (away) restartAt('staff/home')
  }, [away])
  const rules = useQuery('listRuleSets', org === undefined ? undefined : { org, limit: 100 })
  const draft = useQuery('showRuleDraft', org === undefined ? undefined : { org })
  return { org, rules, draft }
}
