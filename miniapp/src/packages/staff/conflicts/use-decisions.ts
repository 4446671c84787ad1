import { useRef, useState } from 'react'
import type { ConflictView } from '@shared/contract/conflicts'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { toast } from '@/ui/toast'
import { k } from '../text/conflicts'
import type { Said } from './decide-sheet'

export interface Asking { targets: ConflictView[]; accept: boolean }

/** Decisions, one after the other, each under an id of its own that is kept for as long as it says the same. `onDone` hears which are decided; somebody else may have been first. */
export const useDecisions = (eventId: string | undefined, onDone: (scanIds: ReadonlySet<string>, stale: boolean) => void) => {
  const [asking, setAsking] = useState<Asking>()
  const [progress, setProgress] = useState<string>()
  const { send, sending, trouble, clear } = useSend('decideConflict')
  const ids = useRef(new Map<string, string>())
  const idOf = (content: string) => {
    const id = ids.current.get(content) ?? clientId()
    ids.current.set(content, id)
    return id
  }
  const ask = (targets: ConflictView[], accept: boolean) => {
    clear()
    setAsking({ targets, accept })
  }
  const decide = async (said: Said) => {
    if (!asking || eventId === undefined) return
    const { targets, accept } = asking
    const done = new Set<string>()
    let others = 0
    let byName: string | undefined
    for (const { scanId } of targets) {
      if (targets.length > 1) setProgress(k('doingN', { n: done.size + others, all: targets.length }))
      const reply = await send({ eventId, scanId, id: idOf(JSON.stringify([scanId, accept, said])), accept, ...said })
      if (reply?.ok) done.add(scanId)
      else if (reply?.trouble.code === 'conflict-not-open') {
        others++
        byName = (reply.trouble.detail.conflict as { byName?: string } | undefined)?.byName
      } else if (targets.length === 1 || reply?.trouble.code === 'offline') break
      else others++
    }
    setProgress(undefined)
    buzz(done.size > 0)
    if (done.size + others === 0) return
    setAsking(undefined)
    toast(others > 0 ? (targets.length === 1 ? k('decidedBy', { who: byName ?? k('other') }) : `${k('doneN', { n: done.size })} · ${k('notDoneN', { n: others })}`) : targets.length > 1 ? k('doneN', { n: done.size }) : k(accept ? 'accepted' : 'dismissed'))
    onDone(done, others > 0)
  }
  return { asking, ask, close: () => setAsking(undefined), decide, progress, sending, trouble }
}
