import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { usePages } from '@/api/use-pages'
import { useSend } from '@/api/use-send'
import { localDateTime } from '@/text/format'
import { Button, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm, Sheet } from '@/ui/sheet'
import { Empty, Refused } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { useAll } from '../parts/use-all'
import { c } from './text'

type Phone = Answer<'listScanners'>['items'][number]

/** Asks, and cuts the phone off. */
const CutOff = ({ eventId, phone, own, onDone, onCancel }: { eventId: string; phone: Phone; own: boolean; onDone: () => void; onCancel: () => void }) => {
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('cutOffScanner')
  const yes = async () => {
    const reply = await send({ eventId, scannerId: phone.scannerId, id: id.current })
    if (reply?.ok) onDone()
  }
  return (
    <>
      <Refused trouble={trouble} />
      <Confirm title={c('stopAsk', { name: phone.name })} words={`${c('stopWords')}${own ? c('stopSelf') : ''}`} yes={c('stop')} danger busy={sending} onYes={() => void yes()} onNo={onCancel} />
    </>
  )
}

/** The phones that scan at an event: whose, since when, and the way to cut a lost one off. */
export const ScannerPhones = ({ eventId, own, onClose, onCutOff }: { eventId: string; own: string | undefined; onClose: () => void; onCutOff: () => void }) => {
  const phones = useAll(usePages('listScanners', { eventId, limit: 100 }))
  const [chosen, setChosen] = useState<Phone>()
  const done = () => {
    setChosen(undefined)
    void phones.refresh()
    onCutOff()
  }
  if (chosen) return <CutOff eventId={eventId} phone={chosen} own={chosen.scannerId === own} onDone={done} onCancel={() => setChosen(undefined)} />
  return (
    <Sheet title={c('phones')} onClose={onClose}>
      <Text className='q-soft q-block'>{c('phonesWords')}</Text>
      <WithQuery query={{ ...phones, value: phones.items }} rows={1}>
        {(all) => all.length === 0 ? <Empty title={c('noPhones')} /> : (
          <Box className='s-phones'>
            {all.map((phone) => (
              <Box key={phone.scannerId} className='s-line'>
                <Row>
                  <Box className='q-grow'>
                    <Text className='q-strong q-block'>{phone.name}{phone.scannerId === own ? ` · ${c('thisPhone')}` : phone.shows ? ` · ${c('venueScreen')}` : ''}</Text>
                    <Text className={`q-small q-block ${phone.cutOff ? 's-wrong' : 'q-soft'}`}>{phone.cutOff ? c('phoneOff', { time: localDateTime(phone.cutOff.at) }) : c('phoneSince', { time: localDateTime(phone.at) })}</Text>
                  </Box>
                  {!phone.cutOff && <Button small kind='danger' label={c('stopAsk', { name: phone.name })} onTap={() => setChosen(phone)}>{c('stop')}</Button>}
                </Row>
              </Box>
            ))}
          </Box>
        )}
      </WithQuery>
    </Sheet>
  )
}
