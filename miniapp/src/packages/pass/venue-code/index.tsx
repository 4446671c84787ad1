import './venue-code.css'
import { useMemo } from 'react'
import type { EventView } from '@shared/contract/events'
import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { doorsMs } from '@/features/check-in/attendance'
import { useParams } from '@/platform/navigate'
import { localDateTime, localTime, span } from '@/text/format'
import { Page } from '@/ui/page'
import { Box, Img, Text } from '@/ui/primitives'
import { Empty, ErrorState, Skeleton } from '@/ui/states'
import { qrPicture } from '../qr-picture'
import { w } from './text'
import { useVenueCode } from './use-venue-code'

const Words = ({ event, now, seconds }: { event: EventView | undefined; now: number; seconds: number }) => {
  const doors = event && Date.parse(event.startsAt) - doorsMs
  return (
    <Box className='vc-words'>
      {event && <Text className='vc-event q-block'>{event.title}</Text>}
      {event && <Text className='q-soft q-block'>{span(event.startsAt, event.endsAt)} · {event.place}</Text>}
      <Text className='vc-clock q-block'>{localTime(now)}</Text>
      <Text className='vc-next q-block'>{doors !== undefined && now < doors ? w('early', { time: localDateTime(doors) }) : w('next', { n: seconds })}</Text>
      <Text className='vc-how q-block'>{w('how')}</Text>
      <Text className='q-soft q-block'>{w('keep')}</Text>
      <Text className='q-soft q-block'>{w('offline')}</Text>
    </Box>
  )
}

/** The venue's code, as large as the screen: a phone or a tablet at the door, which members scan. Whoever may not show it the server refuses; it lies with the passes, for their signing and drawing, and so that every device keeps it. */
export default function VenueCodePage() {
  const person = usePerson()
  const { id } = useParams()
  const event = useQuery('showEvent', person && id ? { eventId: id } : undefined)
  const { text, now, seconds, over, cutOff, trouble, retry, renew } = useVenueCode(person && id)
  const picture = useMemo(() => text && qrPicture(text), [text])
  return (
    <Page title={w('title')} wide>
      <Box>
        {picture ? <Box className='vc'><Img className='vc-code' src={picture} alt={w('code')} /><Words event={event.value} now={now} seconds={seconds} /></Box>
          : cutOff ? <Empty title={w('cutOff')} words={w('cutOffWords')} action={w('renew')} onAction={renew} />
            : over ? <Empty title={w('over')} words={w('overWords')} />
              : trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton rows={1} />}
      </Box>
    </Page>
  )
}
