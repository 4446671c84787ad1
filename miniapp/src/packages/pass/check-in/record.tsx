import { ofEvent } from '@/features/check-in/attendance'
import type { EventView } from '@shared/contract/events'
import type { VenueScan } from '@/features/check-in/venue-scans'
import { localTime } from '@/text/format'
import { Card, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { v } from './text'
import { shownOf, whyWords } from './verdict'

type Look = NonNullable<EventView['attendance']>['looks'][number]
interface Line { at: number; what: string; state?: string; tone?: string }

const moved = (direction: 'entry' | 'exit', time: string) => v(direction === 'entry' ? 'inAt' : 'outAt', { time: localTime(time) })

const decidedWords = ({ decided, time }: Look): string => {
  if (!decided) return v('waits')
  if (!decided.accepted) return [v('decidedNo'), decided.words && v('said', { words: decided.words })].filter(Boolean).join(' ')
  return decided.time !== undefined && localTime(decided.time) !== localTime(time) ? v('decidedAt', { time: localTime(decided.time) }) : v('decidedYes')
}

/** What stands, what waits for a manager and what came of it, and what is still on this phone: in the order of time, each once. */
export const linesOf = (event: EventView, scans: readonly VenueScan[]): Line[] => {
  const { entryAt, exitAt, looks = [] } = event.attendance ?? {}
  const stands = [...(entryAt ? [['entry', entryAt] as const] : []), ...(exitAt ? [['exit', exitAt] as const] : [])].map(([direction, time]): Line => ({ at: Date.parse(time), what: moved(direction, time), state: '✓', tone: 'q-green' }))
  const looked = looks.map((look): Line => ({
    at: Date.parse(look.time), what: look.way === 'claim' ? v('claimed', { time: localTime(look.time) }) : moved(look.direction, look.time),
    state: look.decided || look.way === 'claim' ? decidedWords(look) : whyWords(look.code), tone: look.decided?.accepted ? 'q-green' : 'q-amber',
  }))
  // What the server took or looks at is told by its own answer.
  const here = ofEvent(event, scans).filter(({ verdict }) => verdict === undefined || verdict.verdict === 'rejected').map((one): Line => {
    const { word, why, tone } = shownOf(one, false)
    return { at: one.at, what: moved(one.scan.direction, new Date(one.at).toISOString()), state: why ?? word, tone: tone === 'bad' ? 'q-red' : 'q-amber' }
  })
  return [...stands, ...looked, ...here].sort((a, b) => a.at - b.at)
}

/** The member's own record of an event. */
export const Record = ({ event, scans }: { event: EventView; scans: readonly VenueScan[] }) => {
  const lines = linesOf(event, scans)
  return (
    <>
      <Heading>{v('mine')}</Heading>
      {lines.length === 0 ? <Empty title={v('none')} words={v('noneWords')} /> : <Card>{lines.map(({ at, what, state, tone }) => <Box key={`${at} ${what}`} className='v-line'><Text className='q-grow q-strong'>{what}</Text><Text className={`q-small q-right ${tone ?? 'q-soft'}`}>{state}</Text></Box>)}</Card>}
    </>
  )
}
