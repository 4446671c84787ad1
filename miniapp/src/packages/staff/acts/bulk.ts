import type { Answer, Input } from '@shared/contract/index'
import { actName, conditionName, stateName } from '../parts/application-words'
import { ac, type ActKey } from './text'
import { faultsFrom } from './act-forms'

export type Item = Answer<'listApplications'>['items'][number]
export type BulkWhat = Input<'actOnApplications'>['what']
export type Outcome = Answer<'actOnApplications'>['outcomes'][number]

/** Acts that one decision may record about several. A vote is each candidate's own. */
const together = new Set<string>(['propose-candidate', 'pre-review', 'open-notice', 'close-notice', 'approve', 'swear-in'] satisfies BulkWhat['act'][])

/** Those of a list who wait for the caller with the same act, where it may be done together. */
export const whoTogether = (items: readonly Item[], act: string): Item[] => (together.has(act) ? items.filter(({ waiting }) => waiting.mine && waiting.act === act) : [])
/** The act that at least two of a group wait for together. */
export const actTogether = (items: readonly Item[]): string | undefined => [...together].find((act) => whoTogether(items, act).length > 1)

/** Sent in parts, so that how far it is shows, and what fell away with the signal is little. */
export const bulkPart = 5

/** Why one of them could not be done, in words. */
export const whyNot = ({ code = '', detail = {} }: Outcome): string => {
  const { conditions, errors, conflict } = detail as { conditions?: { key: string; required?: number }[]; errors?: { path: string; code: string; message: string }[]; conflict?: { byName?: string; state?: string } }
  if (conditions?.length) return conditions.map((one) => conditionName(one)).join(ac('comma'))
  if (errors?.length) return Object.values(faultsFrom(errors)).map((fault) => ac(fault)).join(ac('comma'))
  if (conflict?.state) return ac('changed', { who: conflict.byName ?? ac('somebody'), state: stateName(conflict.state) })
  return (['not-allowed', 'conditions-unmet', 'application-changed', 'application-not-open', 'own-application'] as const satisfies readonly ActKey[]).some((one) => one === code) ? ac(code as ActKey) : ac('invalid-input')
}

export const bulkTitle = (act: string, n: number): string => ac('bulkOf', { what: actName(act), n })
