import type { Answer } from '@shared/contract/index'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import { clientId } from '@/api/client-id'
import type { Trouble } from '@/api/reply'
import { uploadPhoto } from '@/platform/photos'
import { type ChosenPdf, choosePdf } from './choose-pdf'

type File = Answer<'showAttachment'>
export type Attaching =
  | { at: 'none' }
  | { at: 'sending'; percent: number }
  | { at: 'checking' }
  | { at: 'slow' }
  | { at: 'failed'; trouble?: Trouble }
  | { at: 'refused'; why: string; mostBytes?: number }
  | { at: 'ready'; file: File }

const looks = 20
const pause = () => new Promise((done) => setTimeout(done, 1200))

/** A PDF on its way: chosen, sent to the quarantine, looked at, and ready to be named in an act. `onReady` hears of the file, and of undefined when another is chosen. */
export const useAttach = (personId: string, onReady: (fileId: string | undefined) => void) => {
  const [state, setState] = useState<Attaching>({ at: 'none' })
  const chosen = useRef<{ id: string; pdf: ChosenPdf }>()
  const gone = useRef(false)
  useEffect(() => () => {
    gone.current = true
  }, [])

  const look = async (fileId: string) => {
    setState({ at: 'checking' })
    for (let i = 0; i < looks && !gone.current; i++) {
      const reply = await call('showAttachment', { personId, fileId })
      // Another was chosen meanwhile.
      if (chosen.current?.id !== fileId) return
      if (reply.ok && reply.value.state === 'refused') return setState({ at: 'refused', why: reply.value.refusedBecause ?? '' })
      if (reply.ok && reply.value.state === 'ready') {
        setState({ at: 'ready', file: reply.value })
        return onReady(fileId)
      }
      await pause()
    }
    setState({ at: 'slow' })
  }
  const upload = async () => {
    const { id, pdf } = chosen.current ?? {}
    if (id === undefined || !pdf) return
    setState({ at: 'sending', percent: 0 })
    const started = await call('startAttachment', { personId, id, contentType: 'application/pdf', bytes: pdf.bytes })
    if (!started.ok) {
      const { errors, detail } = started.trouble
      const tooLarge = errors.some(({ path }) => path === 'bytes')
      return setState(tooLarge ? { at: 'refused', why: 'too-large', mostBytes: Number(detail.mostBytes ?? 20 * 1024 * 1024) } : { at: 'failed', trouble: started.trouble })
    }
    let noted = 0
    const sent = await uploadPhoto(pdf, started.value.url, started.value.fields, (percent) => {
      if (percent - noted < 10) return
      noted = percent
      setState({ at: 'sending', percent })
    })
    if (chosen.current?.id !== id) return
    if (!sent) return setState({ at: 'failed' })
    await look(id)
  }
  const choose = async () => {
    const pdf = await choosePdf()
    if (!pdf) return
    chosen.current = { id: clientId(), pdf }
    onReady(undefined)
    if (pdf.bytes === 0) return setState({ at: 'refused', why: 'empty' })
    await upload()
  }
  return { state, name: chosen.current?.pdf.name ?? '', choose: () => void choose(), retry: () => void upload(), lookAgain: () => void (chosen.current && look(chosen.current.id)) }
}
