import '../parts/staff.css'
import { useRef, useState } from 'react'
import type { ScanView } from '@shared/contract/conflicts'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { localDate, localDateTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Empty, Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { ScanLine } from '../parts/scan-line'
import { moveOf, timeOn } from '../parts/scan-words'
import { useStaff } from '../parts/use-staff'
import { k } from '../text/conflicts'

/** A person's scans at one event, and the way to take one back while it is the event's day. */
export default function PersonScans() {
  const staff = useStaff()
  const { id, person } = useParams()
  const event = useQuery('showEvent', staff && id ? { eventId: id } : undefined)
  const query = useQuery('listPersonScans', staff && id && person ? { eventId: id, personId: person } : undefined)
  const pulled = usePulled(query.refresh)
  const [asked, setAsked] = useState<ScanView>()
  const undoId = useRef(clientId())
  const { send, sending, trouble, clear } = useSend('undoScan')
  const day = event.value ? localDate(event.value.startsAt) : ''
  const what = asked && { what: moveOf(asked), time: timeOn(asked.time, day) }
  const ask = (scan: ScanView | undefined) => {
    clear()
    undoId.current = clientId()
    setAsked(scan)
  }
  const undo = async () => {
    if (!asked || !id || !person) return
    const reply = await send({ eventId: id, scanId: asked.scanId, id: undoId.current, personId: person })
    setAsked(undefined)
    if (!reply?.ok || !query.value) return
    toast(k('undone'))
    query.put({ ...query.value, scans: query.value.scans.map((one) => (one.scanId === reply.value.scanId ? reply.value : one)) })
  }
  return (
    <Page title={query.value?.name ?? k('scansOf')} pulled={pulled}>
      <WithQuery query={query}>
        {({ scans, undoUntil, own, branchName }) => {
          const open = Date.now() < Date.parse(undoUntil)
          return (
            <>
              <Text className='q-soft q-block s-under-title'>{[branchName, event.value?.title].filter(Boolean).join(' · ')}</Text>
              <Refused trouble={trouble} />
              {scans.length === 0 ? <Empty title={k('noScans')} /> : (
                <Card>
                  {scans.map((scan) => (
                    <ScanLine key={scan.scanId} scan={scan} day={day}>
                      {open && !own && !scan.undone && <Button small kind='plain' label={k('undoLabel', { time: timeOn(scan.time, day), what: moveOf(scan) })} onTap={() => ask(scan)}>{k('undo')}</Button>}
                    </ScanLine>
                  ))}
                </Card>
              )}
              <Text className='q-soft q-block'>{own ? k('scansOwn') : open ? k('scansWords', { time: localDateTime(undoUntil) }) : k('scansOver')}</Text>
            </>
          )
        }}
      </WithQuery>
      <Box>{what && <Confirm title={k('undoAsk', what)} words={k('undoWords')} yes={k('undo')} danger busy={sending} onYes={() => void undo()} onNo={() => ask(undefined)} />}</Box>
    </Page>
  )
}
