import type { Item } from '../acts/bulk'
import { actName, whoWaits } from '../parts/application-words'
import { bo } from './text'

/** Whom it waits for, with what. */
export const whomLine = ({ act, by }: Item['waiting']): string => (act === undefined ? '' : bo('waitsFor', { who: whoWaits(by), what: actName(act) }))

/** How long; of what cannot be done yet from when; of what is late the last day that was not. */
export const whenLine = ({ act, since, days, from, due, late }: Item['waiting']): string => {
  if (act === undefined) return ''
  const when = from !== undefined && days === 0 && from >= since ? bo('canFrom', { date: from }) : bo('forDays', { n: days })
  return [when, due && bo(late ? 'wasDue' : 'isDue', { date: due })].filter(Boolean).join(' · ')
}
