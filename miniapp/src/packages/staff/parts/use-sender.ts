import { useEffect, useState } from 'react'
import { useShown } from '@/platform/page-events'
import { type ScanSender, senderOf } from './scan-sender'

/** The sender of this person's scans: whatever waits, of whatever event, goes while a staff page is open. Draws anew as it gets on where `draws`; undefined until the phone's storage is read. */
export const useSender = (personId: string | undefined, draws = true): ScanSender | undefined => {
  const [sender, setSender] = useState<ScanSender>()
  const [, draw] = useState(0)
  useEffect(() => {
    if (personId === undefined) return
    let over = false
    let end = () => {}
    void senderOf(personId).then((opened) => {
      if (over) return
      if (draws) {
        setSender(opened)
        end = opened.queue.listen(() => draw((n) => n + 1))
      }
      opened.wake()
    })
    return () => {
      over = true
      end()
    }
  }, [personId, draws])
  useShown(() => sender?.wake())
  return sender
}
