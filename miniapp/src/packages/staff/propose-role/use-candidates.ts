import type { Answer } from '@shared/contract/index'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Reply, Trouble } from '@/api/reply'

export interface Candidate {
  personId: string
  name: string
  /** Where they belong: branch and class, or the role they hold. */
  where: string
}
export const mostCandidates = 20

const members = ({ items }: Answer<'listMembers'>): Candidate[] => items.map(({ personId, name, branchName, className }) => ({ personId, name, where: [branchName, className].filter(Boolean).join(' · ') }))

/** Every holder at and below: a county has a page or two of them, which the API gives by organisation and not by name. */
const allHolders = async (org: string): Promise<Reply<Answer<'listRoleHolders'>['items']>> => {
  const items: Answer<'listRoleHolders'>['items'] = []
  let cursor: string | undefined
  do {
    const page = await call('listRoleHolders', { org, limit: 100, cursor })
    if (!page.ok) return page
    items.push(...page.value.items)
    cursor = page.value.next
  } while (cursor !== undefined)
  return { ok: true, value: items }
}

const holdersNamed = (holders: Answer<'listRoleHolders'>['items'], name: string): Candidate[] =>
  holders.filter((holder) => holder.name.includes(name) && !holder.branch).map(({ personId, name: full, scopeName }) => ({ personId, name: full, where: scopeName }))

/** Members and staff of an organisation by a part of their name, asked for when told to. `found` is undefined before. */
export const useCandidates = (org: string) => {
  const [state, setState] = useState<{ found?: Candidate[]; searching: boolean; trouble?: Trouble }>({ searching: false })
  const search = async (name: string) => {
    if (state.searching) return
    setState({ searching: true })
    const [listed, holders] = await Promise.all([call('listMembers', { org, name, limit: mostCandidates }), allHolders(org)])
    if (!listed.ok) return setState({ searching: false, trouble: listed.trouble })
    if (!holders.ok) return setState({ searching: false, trouble: holders.trouble })
    const found = new Map([...holdersNamed(holders.value, name), ...members(listed.value)].map((one) => [one.personId, one]))
    setState({ searching: false, found: [...found.values()] })
  }
  return { ...state, search }
}
