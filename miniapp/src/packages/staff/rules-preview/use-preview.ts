import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'
import { addPage, isWhole, type Progress } from './preview-rules'

/** Goes through all branches of the county, one answer after another. It can be stopped, goes on where it was, and stops where an answer fails or the page goes. */
export const usePreview = (org: string | undefined, hash: string | undefined) => {
  const [state, setState] = useState<{ of: string | undefined; progress: Progress | undefined; running: boolean; trouble: Trouble | undefined }>({ of: hash, progress: undefined, running: false, trouble: undefined })
  const turn = useRef(0)
  const stop = useCallback(() => {
    turn.current++
    setState((now) => ({ ...now, running: false }))
  }, [])
  useEffect(() => stop, [hash, stop])

  const run = useCallback(async (from?: Progress) => {
    if (org === undefined || hash === undefined) return
    const mine = ++turn.current
    let progress: Progress | undefined = isWhole(from) ? undefined : from
    setState({ of: hash, progress, running: true, trouble: undefined })
    do {
      const reply = await call('previewRuleSet', { org, hash, ...(progress?.cursor !== undefined && { cursor: progress.cursor }) })
      if (turn.current !== mine) return
      if (!reply.ok) return setState({ of: hash, progress, running: false, trouble: reply.trouble })
      progress = addPage(progress, reply.value)
      setState({ of: hash, progress, running: !isWhole(progress), trouble: undefined })
    } while (!isWhole(progress))
  }, [org, hash])

  const mine = state.of === hash
  return { progress: mine ? state.progress : undefined, running: mine && state.running, trouble: mine ? state.trouble : undefined, run, stop }
}
