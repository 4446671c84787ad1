import { useCallback, useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { replace } from '@/platform/navigate'
import { buzz } from '@/platform/haptic'
import { t } from '@/text'
import { toast } from '@/ui/toast'
import { type Draft, type DraftPhoto, type Faults, faultsFrom, faultsOf, inputOf } from './draft'
import { forgetDraft, keepDraft, keptDraft, newDraft } from './kept-draft'

/** The draft, kept at each change; checked, sent under its own id, and forgotten once the server has it. */
export const useSubmitRecord = (personId: string) => {
  const [restored, setRestored] = useState(() => Boolean(keptDraft(personId)))
  const [draft, setDraft] = useState<Draft>(() => keptDraft(personId) ?? newDraft())
  const [faults, setFaults] = useState<Faults>({})
  const [unnamed, setUnnamed] = useState<string[]>([])
  const { send, sending, trouble } = useSend('submitRecord')
  const latest = useRef(draft)
  const checked = useRef(false)

  const set = useCallback((change: (d: Draft) => Draft) => {
    latest.current = change(latest.current)
    keepDraft(personId, latest.current)
    setDraft(latest.current)
    // What was found wrong is gone as soon as it is mended.
    if (checked.current) setFaults(faultsOf(latest.current, Date.now()))
  }, [personId])
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
      forgetDraft(personId)
      buzz(true)
      toast(t('submitted'))
      return replace('record', { id: reply.value.recordId })
    }
    // The server has this id with other content: what is written now goes under a new one.
    if (reply.trouble.code === 'id-reused') set((d) => ({ ...d, id: clientId() }))
    const told = faultsFrom(reply.trouble.errors)
    setFaults(told.faults)
    setUnnamed(told.unnamed)
  }
  const clear = () => {
    forgetDraft(personId)
    latest.current = newDraft()
    checked.current = false
    setDraft(latest.current)
    setFaults({})
    setRestored(false)
  }
  return { draft, put, changePhotos, faults, unnamed, submit: () => void submit(), sending, trouble, restored, clear }
}
