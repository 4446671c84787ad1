import { useRef, useState } from 'react'
import type { Answer, Input } from '@shared/contract/index'
import { call } from '@/api/call'
import { clientId } from '@/api/client-id'
import type { Trouble } from '@/api/reply'

type Sent = Omit<Input<'turnYear'>, 'id' | 'dryRun'>
export type Preview = Answer<'turnYear'>

/** A turn in parts: the same request again and again until nobody waits, with how far it has come. What failed on the way is gone on with from there. */
export const useTurn = () => {
  const [state, setState] = useState<{ busy: boolean; done: number; waiting?: number | undefined; trouble?: Trouble | undefined }>({ busy: false, done: 0 })
  const id = useRef(clientId())
  const busy = useRef(false)

  const preview = async (sent: Sent): Promise<Preview | undefined> => {
    if (busy.current) return undefined
    id.current = clientId()
    busy.current = true
    setState({ busy: true, done: 0 })
    const reply = await call('turnYear', { ...sent, id: id.current, dryRun: true })
    busy.current = false
    setState({ busy: false, done: 0, trouble: reply.ok ? undefined : reply.trouble })
    return reply.ok ? reply.value : undefined
  }

  /** Gives whether all of it is done. `known`: a turn that was begun before. */
  const run = async (sent: Sent, known?: string): Promise<boolean> => {
    if (busy.current) return false
    busy.current = true
    let done = 0
    setState((now) => ({ ...now, busy: true, trouble: undefined }))
    for (;;) {
      const reply = await call('turnYear', { ...sent, id: known ?? id.current, dryRun: false })
      if (!reply.ok) {
        busy.current = false
        setState((now) => ({ ...now, busy: false, trouble: reply.trouble }))
        return false
      }
      const { moved, waiting } = reply.value
      done += moved
      setState({ busy: waiting > 0 && moved > 0, done, waiting })
      // Where nothing moves, somebody else is at the same people: asked again by hand, and not for ever.
      if (waiting === 0 || moved === 0) {
        busy.current = false
        return waiting === 0
      }
    }
  }
  return { ...state, preview, run }
}

/** The turn taken back, in parts. */
export const useUndo = () => {
  const [state, setState] = useState<{ busy: boolean; done: number; trouble?: Trouble | undefined }>({ busy: false, done: 0 })
  const undo = async (org: string, turnId: string): Promise<number | undefined> => {
    let [done, stayed] = [0, 0]
    setState({ busy: true, done })
    for (;;) {
      const reply = await call('undoTurn', { org, turnId })
      if (!reply.ok) {
        setState({ busy: false, done, trouble: reply.trouble })
        return undefined
      }
      done += reply.value.moved
      stayed = reply.value.stayed
      setState({ busy: reply.value.waiting > 0, done })
      if (reply.value.waiting === 0) return stayed
    }
  }
  return { ...state, undo }
}
