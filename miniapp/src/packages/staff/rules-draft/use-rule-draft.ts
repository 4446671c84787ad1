import { useEffect, useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import type { Query } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { localDateTime } from '@/text/format'
import { toast } from '@/ui/toast'
import type { Content } from '../rules/describe'
import { p } from '../text/policy'
import { type DraftForm, faultsFrom, faultsOf, type NumberKind, setAt, type } from './draft-form'

type Draft = Answer<'showRuleDraft'>
const formOf = (content: Content): DraftForm => ({ content, typed: {}, faults: {} })

/** The draft being changed: from what was saved, or from the rules in force. It is saved on the revision that was read; one that somebody else saved meanwhile is not replaced. */
export const useRuleDraft = (org: string, held: Draft, inForce: Content, query: Pick<Query<Draft>, 'put' | 'refresh'>) => {
  const [form, setForm] = useState(() => formOf(held.draft?.content ?? inForce))
  const [revision, setRevision] = useState(held.revision)
  const [dirty, setDirty] = useState(false)
  const [taken, setTaken] = useState<string>()
  const id = useRef(clientId())
  const { send, sending, trouble, clear } = useSend('saveRuleDraft')
  const begin = (from: Draft) => {
    setForm(formOf(from.draft?.content ?? inForce))
    setRevision(from.revision)
    setDirty(false)
    setTaken(undefined)
  }
  // A page that comes back shows what is there now, unless something here is not saved yet.
  useEffect(() => {
    if (!dirty && held.revision !== revision) begin(held)
  }, [held, dirty, revision])
  const change = (to: (now: DraftForm) => DraftForm) => {
    id.current = clientId()
    clear()
    setDirty(true)
    setForm(to)
  }
  const faults = faultsOf(form)

  /** Gives whether the draft is saved as it is shown. */
  const save = async (): Promise<boolean> => {
    if (!dirty && held.draft) return true
    if (Object.keys(faults).length) {
      buzz(false)
      return false
    }
    const reply = await send({ id: id.current, org, revision, content: form.content })
    if (!reply) return false
    if (!reply.ok) {
      const { byName, at } = (reply.trouble.detail.conflict ?? {}) as { byName?: string; at?: string }
      if (reply.trouble.code === 'draft-changed') setTaken(p('takenBy', { who: byName ?? p('nobodyNamed'), time: at ? localDateTime(at) : '' }))
      else setForm((now) => ({ ...now, faults: { ...now.faults, ...faultsFrom(reply.trouble.errors) } }))
      return false
    }
    id.current = clientId()
    setDirty(false)
    setRevision(reply.value.revision)
    query.put(reply.value)
    toast(p('saved'))
    return true
  }
  return {
    form, faults, dirty, taken, sending, trouble, save,
    /** Gives up what is not saved for what somebody else saved. */
    loadLatest: () => {
      clear()
      setDirty(false)
      setTaken(undefined)
      void query.refresh()
    },
    onType: (path: string, text: string, kind: NumberKind, optional?: boolean) => change((now) => type(now, path, text, kind, optional)),
    onPut: (path: string, value: unknown) => change((now) => setAt(now, path, value)),
  }
}
