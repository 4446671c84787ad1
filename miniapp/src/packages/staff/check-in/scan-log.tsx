import { memo, useState } from 'react'
import { serverNow } from '@/api/server-clock'
import { t } from '@/text'
import { localDate, localTime } from '@/text/format'
import { Button, Card, Chips, Heading, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { type KeptScan, waits } from '../parts/scan-queue'
import { shownAs } from './scan-words'
import { c } from './text'

type Kind = 'waits' | 'wrong' | 'known'
const kinds = ['waits', 'wrong', 'known'] as const
const empty = { waits: 'noneWaits', wrong: 'noneWrong', known: 'noneKnown' } as const

/** A problem is what somebody has to look at: refused, a conflict, unreadable, or not taken back. */
const kindOf = (one: KeptScan): Kind => {
  if (one.aside !== undefined || one.undo?.refused !== undefined) return 'wrong'
  if (waits(one)) return 'waits'
  return !one.undo && (one.verdict?.verdict === 'rejected' || one.verdict?.verdict === 'conflict') ? 'wrong' : 'known'
}
/** Within the day, what was taken or may be. */
const mayUndo = ({ verdict, undo, aside, at }: KeptScan): boolean =>
  !undo && aside === undefined && localDate(at) === localDate(serverNow()) && (verdict === undefined || verdict.verdict === 'accepted' || verdict.verdict === 'duplicate')

interface Do { onUndo: (one: KeptScan) => void; onAgain: (one: KeptScan) => void }

const LogRow = memo(({ one, onUndo, onAgain }: { one: KeptScan } & Do) => {
  const { mark, word, why, name = c('unnamed'), tone } = shownAs(one)
  const what = c(one.scan.direction)
  return (
    <Box className='s-line' role='listitem'>
      <Row>
        <Text className={`s-log-mark s-log-${tone}`}>{mark}</Text>
        <Box className='q-grow'>
          <Text className='q-strong q-block'>{name} · {what} {localTime(one.scan.statedTime ?? one.at)}</Text>
          <Text className='q-soft q-small q-block'>{word}{why ? ` · ${why}` : ''}</Text>
        </Box>
        {mayUndo(one) && <Button small kind='plain' label={c('undoOf', { name, what })} onTap={() => onUndo(one)}>{c('undo')}</Button>}
        {one.aside !== undefined && <Button small kind='plain' onTap={() => onAgain(one)}>{c('retry')}</Button>}
      </Row>
    </Box>
  )
})

/** The list of people is below it: it does not push that away. */
const first = 3
const step = 20

/** Everything that this phone scanned at the event, newest first: what waits, what needs a look, what the server has checked. */
export const ScanLog = ({ scans, onExport, ...does }: { scans: KeptScan[]; onExport: () => void } & Do) => {
  const of = (kind: Kind) => scans.filter((one) => kindOf(one) === kind)
  const [chosen, setChosen] = useState<Kind>()
  const [most, setMost] = useState(first)
  // Until somebody chooses: what there is to do.
  const kind = chosen ?? kinds.find((each) => of(each).length > 0) ?? 'known'
  const rows = of(kind)
  if (scans.length === 0) return null
  return (
    <>
      <Heading>{c('log')}</Heading>
      <Box className='s-tools'><Chips label={c('log')} value={kind} onValue={setChosen} options={kinds.map((each) => [each, `${c(each)} ${of(each).length}`] as const)} /></Box>
      <Card>
        {rows.length === 0 ? <Text className='q-soft'>{c(empty[kind])}</Text> : <Box className='s-log' role='list'>{rows.slice(0, most).map((one) => <LogRow key={one.scan.scanId} one={one} {...does} />)}</Box>}
        {rows.length > most && <Button small kind='plain' onTap={() => setMost(most + step)}>{t('more')}</Button>}
      </Card>
      {kind === 'wrong' && rows.some(({ aside }) => aside !== undefined) && <Box className='q-foot'><Button small kind='plain' onTap={onExport}>{c('exportText')}</Button></Box>}
    </>
  )
}
