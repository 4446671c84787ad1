import type { ConflictView, ScanView } from '@shared/contract/conflicts'
import { duration, localDate, localTime } from '@/text/format'
import { k } from '../text/conflicts'

/** When, with the date where it is another than the event's. */
export const timeOn = (instant: string, eventDay: string): string => (localDate(instant) === eventDay ? localTime(instant) : `${localDate(instant).slice(5)} ${localTime(instant)}`)

export const moveOf = ({ direction }: Pick<ConflictView, 'direction'>): string => k(direction)

/** By which way, and by whom. */
export const waysOf = ({ way, byName, closing }: Pick<ScanView, 'byName' | 'closing'> & { way?: ScanView['way'] | undefined }): string =>
  [closing ? k('byClose') : way && k(`way-${way}`), byName && k('by', { who: byName })].filter(Boolean).join(' · ')

/** How the device's clock stood to the server's, where it was off by a minute or more. */
export const skewOf = ({ deviceTime, skewMs }: Pick<ScanView, 'deviceTime' | 'skewMs'>, eventDay: string): string | undefined => {
  const minutes = Math.round(Math.abs(skewMs) / 60_000)
  return minutes === 0 ? undefined : `${k('deviceSaid', { time: timeOn(deviceTime, eventDay) })} · ${k(skewMs > 0 ? 'slow' : 'fast', { time: duration(minutes) })}`
}

/** What became of a scan, a line each. */
export const fateOf = ({ verdict, decided, undone }: ScanView): string[] => [
  ...(verdict === 'duplicate' ? [k('wasDuplicate')] : []),
  ...([['wasDecided', decided], ['wasUndone', undone]] as const).flatMap(([key, said]) => (said ? [`${k(key, { who: said.byName, time: localTime(said.at) })}${said.words ? k('because', { words: said.words }) : ''}`] : [])),
]
