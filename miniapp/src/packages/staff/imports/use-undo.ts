import type { Answer } from '@shared/contract/index'
import { useSend } from '@/api/use-send'
import { toast } from '@/ui/toast'
import { i } from './text'

/** Takes an import back; the same request goes on while the server had no time for everybody, as long as it gets further. `onEnd` without a view: it was refused. */
export const useUndo = (org: string, onEnd: (view?: Answer<'undoImport'>) => void) => {
  const { send, sending, trouble } = useSend('undoImport')
  const run = async (importId: string) => {
    let [view, left]: [Answer<'undoImport'> | undefined, number] = [undefined, Number.POSITIVE_INFINITY]
    for (;;) {
      const reply = await send({ org, importId })
      if (!reply?.ok) return onEnd(view)
      const waiting = reply.value.undone?.waiting ?? 0
      view = reply.value
      if (waiting === 0) toast(i('undoneToast'))
      if (waiting === 0 || waiting >= left) return onEnd(view)
      left = waiting
    }
  }
  return { run, sending, trouble }
}
