import type { ConflictView } from '@shared/contract/conflicts'
import type { EventView } from '@shared/contract/events'
import { duration, localDate } from '@/text/format'
import { Button, Card, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { ScanLine } from '../parts/scan-line'
import { moveOf, skewOf, timeOn, waysOf } from '../parts/scan-words'
import { k, kOr } from '../text/conflicts'

const credited = (n: number, { quantity }: EventView) => (quantity === undefined ? duration(n) : k('times', { n }))

/** One scan that waits: why, itself beside the person's others, and what it would add. */
export const ConflictCard = ({ one, event, busy, onDecide }: { one: ConflictView; event: EventView; busy: boolean; onDecide: (accept: boolean) => void }) => {
  const day = localDate(event.startsAt)
  const skew = skewOf(one, day)
  const name = one.name ?? k('unknownName')
  const about = [one.branchName, one.signUp === undefined && one.personId !== undefined && k('notSignedUp')].filter(Boolean).join(' · ')
  return (
    <Card>
      <Row><Text className='q-grow q-strong q-cut'>{name}</Text><Tag tone='wait'>{kOr(`why-${one.code}`, 'why-other')}</Tag></Row>
      {about && <Text className='q-soft q-small q-block'>{about}</Text>}
      <Box className='s-beside'>
        <Box className='s-this'>
          <Text className='q-soft q-small q-block'>{k('thisScan')}</Text>
          <Text className='q-strong q-block'>{`${moveOf(one)} ${timeOn(one.time, day)}`}</Text>
          <Text className='q-soft q-small q-block'>{waysOf(one)}</Text>
          {skew && <Text className='q-small q-block q-amber'>{skew}</Text>}
        </Box>
        <Box>
          <Text className='q-soft q-small q-block'>{k('others')}</Text>
          {one.scans.length === 0 ? <Text className='q-block'>{k('noOthers')}</Text> : one.scans.map((scan) => <ScanLine key={scan.scanId} scan={scan} day={day} />)}
        </Box>
      </Box>
      <Text className='q-soft q-block'>{kOr(`ask-${one.code}`, 'ask-other')}</Text>
      {one.worth && <Text className='q-block q-strong'>{k('worth', { from: credited(one.worth.before, event), to: credited(one.worth.after, event) })}</Text>}
      {one.needsTime && <Text className='q-block q-amber'>{k('noTime')}</Text>}
      {one.own ? <Box className='s-warn'>{k('ownScan')}</Box> : (
        <Box className='s-actions'>
          <Button busy={busy} label={`${k('accept')} ${name}`} onTap={() => onDecide(true)}>{k('accept')}</Button>
          <Button kind='danger' busy={busy} label={`${k('dismiss')} ${name}`} onTap={() => onDecide(false)}>{k('dismiss')}</Button>
        </Box>
      )}
    </Card>
  )
}
