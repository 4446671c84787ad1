import type { RecordView } from '@shared/contract/records'
import { useCallback, useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import type { Reply } from '@/api/reply'
import { buzz } from '@/platform/haptic'
import { type Draft, type DraftPhoto, type Faults, faultsFrom, faultsOf, inputOf } from './draft'
import { forgetDraft, keepDraft, keptDraft } from './kept-draft'

/** Whose draft it is, how one begins, how it is sent, and what comes then. */
export interface Submitting {
  owner: string
  blank: () => Draft
  send: (input: ReturnType<typeof inputOf>) => Promise<Reply<RecordView> | undefined>
  onDone: (record: RecordView) => void
}

/** The draft, kept at each change; checked, sent under its own id, and forgotten once the server has it. */
export const useSubmitRecord = ({ owner, blank, send, onDone }: Submitting) => {
  const [restored, setRestored] = useState(() => Boolean(keptDraft(owner)))
  const [draft, setDraft] = useState<Draft>(() => keptDraft(owner) ?? blank())
  const [faults, setFaults] = useState<Faults>({})
  const [unnamed, setUnnamed] = useState<string[]>([])
  const latest = useRef(draft)
  const checked = useRef(false)

  const set = useCallback((change: (d: Draft) => Draft) => {
    latest.current = change(latest.current)
    keepDraft(owner, latest.current)
    setDraft(latest.current)
    // What was found wrong is gone as soon as it is mended.
    if (checked.current) setFaults(faultsOf(latest.current, Date.now()))
  }, [owner])
  const put = <K extends keyof Draft>(key: K, value: Draft[K]) => set((d) => ({ ...d, [key]: value }))
  const changePhotos = useCallback((to: (photos: DraftPhoto[]) => DraftPhoto[]) => set((d) => ({ ...d, photos: to(d.photos) })), [set])

  const submit = async () => {
    const found = faultsOf(latest.current, Date.now())
    checked.current = true
    setFaults(found)
    setUnnamed([])
    if (Object.keys(found).length) return buzz(false)
    const reply = await send(inputOf(latest.current))
    if (!reply) return
    if (reply.ok) {
      forgetDraft(owner)
      buzz(true)
      return onDone(reply.value)
    }
    // The server has this id with other content: what is written now goes under a new one.
    if (reply.trouble.code === 'id-reused') set((d) => ({ ...d, id: clientId() }))
    const told = faultsFrom(reply.trouble.errors)
    setFaults(told.faults)
    setUnnamed(told.unnamed)
  }
  const clear = () => {
    forgetDraft(owner)
    latest.current = blank()
    checked.current = false
    setDraft(latest.current)
    setFaults({})
    setRestored(false)
  }
  return { draft, put, changePhotos, faults, unnamed, submit: () => void submit(), restored, clear }
}
