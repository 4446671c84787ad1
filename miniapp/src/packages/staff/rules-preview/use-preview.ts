import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'
import { addPage, isWhole, type Progress } from './preview-rules'

/** Goes through all branches of the county, one answer after another. It can be stopped, goes on where it was, and stops where an answer fails or the page goes. Another draft is for another one of it. */
export const usePreview = (org: string, hash: string) => {
  const [state, setState] = useState<{ progress: Progress | undefined; running: boolean; trouble: Trouble | undefined }>({ progress: undefined, running: false, trouble: undefined })
  const turn = useRef(0)
  const stop = useCallback(() => {
    turn.current++
    setState((now) => ({ ...now, running: false }))
  }, [])
  useEffect(() => stop, [stop])

  const run = useCallback(async (from?: Progress) => {
    const mine = ++turn.current
    let progress: Progress | undefined = isWhole(from) ? undefined : from
    setState({ progress, running: true, trouble: undefined })
    do {
      const reply = await call('previewRuleSet', { org, hash, ...(progress?.cursor !== undefined && { cursor: progress.cursor }) })
      if (turn.current !== mine) return
      if (!reply.ok) return setState({ progress, running: false, trouble: reply.trouble })
      progress = addPage(progress, reply.value)
      setState({ progress, running: !isWhole(progress), trouble: undefined })
    } while (!isWhole(progress))
  }, [org, hash])

  return { ...state, run, stop }
}
