import { useState } from 'react'
import type { EventView } from '@shared/contract/events'
import type { Trouble } from '@/api/reply'
import { e } from '@/features/sign-up/text'
import { addToCalendar } from '@/platform/add-to-calendar'
import { Button } from '@/ui/parts'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'

/** Into one's own calendar: the phone's in WeChat, a file on the web. */
export const ExportCalendar = ({ event }: { event: EventView }) => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const add = async () => {
    setBusy(true)
    setTrouble(undefined)
    const added = await addToCalendar(event)
    setBusy(false)
    if (typeof added === 'object') setTrouble(added)
    else toast(e(!added ? 'calendarNot' : process.env.TARO_ENV === 'h5' ? 'calendarFile' : 'calendarDone'))
  }
  return (
    <>
      <Refused trouble={trouble} />
      <Button kind='plain' busy={busy} onTap={() => void add()}>{e('calendar')}</Button>
    </>
  )
}
