import type { Answer } from '@shared/contract/index'

type Dashboard = Answer<'showDashboard'>

/** The required requirement that most members miss, and how many; the first of the rule set among equals. Undefined where nobody misses any. */
export const shortOf = ({ members, met }: Pick<Dashboard['rollUp'], 'members' | 'met'>, requirements: Dashboard['requirements']): { key: string; missing: number } | undefined => {
  const missing = requirements.filter(({ enforcement }) => enforcement === 'required').map(({ key }) => ({ key, missing: members - (met[key] ?? 0) }))
  const [most] = missing.sort((a, b) => b.missing - a.missing)
  return most && most.missing > 0 ? most : undefined
}
