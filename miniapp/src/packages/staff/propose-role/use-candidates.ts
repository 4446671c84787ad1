import type { Answer } from '@shared/contract/index'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'

export interface Candidate {
  personId: string
  name: string
  /** Where they belong: branch and class, or the role they hold. */
  where: string
}
export const mostCandidates = 20

const members = ({ items }: Answer<'listMembers'>): Candidate[] => items.map(({ personId, name, branchName, className }) => ({ personId, name, where: [branchName, className].filter(Boolean).join(' · ') }))

const holdersNamed = (holders: Answer<'listRoleHolders'>, name: string): Candidate[] =>
  holders.items.filter((holder) => holder.name.includes(name) && !holder.branch).map(({ personId, name: full, scopeName }) => ({ personId, name: full, where: scopeName }))

/** Members and staff of an organisation by a part of their name, asked for when told to. `found` is undefined before. */
export const useCandidates = (org: string | undefined) => {
  const [state, setState] = useState<{ found?: Candidate[]; searching: boolean; trouble?: Trouble }>({ searching: false })
  const search = async (name: string) => {
    if (org === undefined || state.searching) return
    setState({ searching: true })
    const [listed, holders] = await Promise.all([call('listMembers', { org, name, limit: mostCandidates }), call('listRoleHolders', { org, limit: 100 })])
    const failed = [listed, holders].find((reply) => !reply.ok)
    if (!listed.ok || !holders.ok) return setState({ searching: false, ...(failed && !failed.ok && { trouble: failed.trouble }) })
    const found = new Map([...holdersNamed(holders.value, name), ...members(listed.value)].map((one) => [one.personId, one]))
    setState({ searching: false, found: [...found.values()] })
  }
  return { ...state, search }
}
