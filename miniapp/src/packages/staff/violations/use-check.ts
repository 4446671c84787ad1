import type { Answer } from '@shared/contract/index'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'

export type Found = Answer<'checkViolations'>['items'][number]
export type Which = 'archived' | 'filed'
export interface Check {
  items: Found[]
  checked: number
  done: number
  /** Undefined until the first answer. */
  all: number | undefined
  running: boolean
  trouble: Trouble | undefined
}
const nothing: Check = { items: [], checked: 0, done: 0, all: undefined, running: true, trouble: undefined }

/** Checks an organisation some branches at a time, from its first to its last, and tells how far it is. What goes wrong stops it; `go` goes on from there. */
export const useCheck = (org: string | undefined, which: Which): Check & { again: () => void; goOn: () => void } => {
  const [check, setCheck] = useState(nothing)
  // A run that another one took the place of says no more.
  const run = useRef(0)
  const cursor = useRef<string>()
  const goOn = useCallback(async () => {
    if (org === undefined) return
    const mine = ++run.current
    setCheck((one) => ({ ...one, running: true, trouble: undefined }))
    for (;;) {
      const reply = await call('checkViolations', { org, which, ...(cursor.current !== undefined && { cursor: cursor.current }) })
      if (mine !== run.current) return
      if (!reply.ok) return setCheck((one) => ({ ...one, running: false, trouble: reply.trouble }))
      const { items, checked, branches, next } = reply.value
      cursor.current = next
      setCheck((one) => ({ items: [...one.items, ...items], checked: one.checked + checked, done: branches.done, all: branches.all, running: next !== undefined, trouble: undefined }))
      if (next === undefined) return
    }
  }, [org, which])
  const again = useCallback(() => {
    cursor.current = undefined
    setCheck(nothing)
    void goOn()
  }, [goOn])
  useEffect(() => {
    again()
    return () => { run.current++ }
  }, [again])
  return { ...check, again, goOn: () => void goOn() }
}
