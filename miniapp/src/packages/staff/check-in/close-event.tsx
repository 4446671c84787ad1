import { useRef } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { t } from '@/text'
import { Button } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { s } from '../text'

/** Asks before an event is closed: who is still inside, and whether to check them out. */
export const CloseEvent = ({ eventId, byMinutes, inside, onDone, onCancel }: { eventId: string; byMinutes: boolean; inside: string[]; onDone: (checkedOut: number) => void; onCancel: () => void }) => {
  // An id for each answer: the same one with the other answer would be refused.
  const ids = useRef({ all: clientId(), none: clientId() })
  const { send, sending, trouble } = useSend('closeEvent')
  const close = async (checkOutAll: boolean) => {
    const reply = await send({ eventId, id: checkOutAll ? ids.current.all : ids.current.none, checkOutAll })
    if (reply?.ok) onDone(reply.value.checkedOut)
  }
  return (
    <Sheet title={s('closeEvent')} onClose={onCancel} closeWords={t('cancel')}>
      <Text className='q-block'>{s('closeAsk')}</Text>
      <Text className='q-block q-strong'>{inside.length ? s('stillInside', { n: inside.length }) : s('nobodyInside')}</Text>
      {inside.length > 0 && <><Text className='q-block'>{inside.slice(0, 20).join('、')}{inside.length > 20 ? '…' : ''}</Text>{byMinutes && <Text className='q-soft q-block'>{s('checkOutNote')}</Text>}</>}
      <Refused trouble={trouble} />
      <Box className='s-stack'>
        {inside.length > 0 && <Button busy={sending} onTap={() => void close(true)}>{s('checkOutAll')}</Button>}
        <Button kind={inside.length ? 'plain' : 'main'} busy={sending} onTap={() => void close(false)}>{inside.length ? s('leaveThem') : s('closeEvent')}</Button>
      </Box>
    </Sheet>
  )
}
