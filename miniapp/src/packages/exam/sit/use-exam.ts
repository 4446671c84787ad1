import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'
import { useShown } from '@/platform/page-events'
import { type KeptExam, readKept, remainingMs, unsent, withChoice, withSaved, withSitting, writeKept } from '../kept-exam'

const againMs = 4000

/**
 * An exam being sat: kept on the phone first, then sent; what could not be sent is tried again every few seconds, when the page is shown and before handing
 * in. When time is up the server is asked how it ended.
 */
export const useExam = (personId: string | undefined, examId: string | undefined) => {
  const [exam, setExam] = useState(() => (personId && examId ? readKept(personId, examId) : undefined))
  const [trouble, setTrouble] = useState<Trouble>()
  const [sending, setSending] = useState(false)
  const [submitting, setSubmitting] = useState(false)
  const latest = useRef(exam)
  const busy = useRef(false)
  const alive = useRef(true)

  const put = useCallback((next: KeptExam) => {
    latest.current = next
    if (personId) writeKept(personId, next)
    setExam(next)
  }, [personId])

  const refresh = useCallback(async () => {
    if (!examId || !personId) return
    const reply = await call('showExam', { examId })
    setTrouble(reply.ok ? undefined : reply.trouble)
    if (reply.ok) put(withSitting(latest.current, reply.value, Date.now()))
  }, [examId, personId, put])

  /** Sends what is not sent until nothing is left, or nothing of it was taken: then the timer tries again. */
  const flush = useCallback(async () => {
    if (busy.current || !examId) return
    busy.current = true
    setSending(true)
    for (;;) {
      const now = latest.current
      const answers = now?.sitting.state === 'open' ? unsent(now) : []
      if (!now || answers.length === 0) break
      const reply = await call('answerExam', { examId, answers })
      if (!reply.ok) {
        setTrouble(reply.trouble)
        if (reply.trouble.code === 'exam-over') await refresh()
        break
      }
      setTrouble(undefined)
      const saved = withSaved(latest.current ?? now, reply.value, Date.now())
      put(saved)
      if (answers.every(({ question, seq }) => saved.given[question]?.seq === seq && !saved.given[question]?.sent)) break
    }
    busy.current = false
    if (alive.current) setSending(false)
  }, [examId, put, refresh])

  const choose = useCallback((question: number, choice: number[]) => {
    if (!latest.current) return
    put(withChoice(latest.current, question, choice))
    void flush()
  }, [put, flush])

  /** Hands in, the last answers along; gives why it was not. */
  const submit = useCallback(async (): Promise<Trouble | undefined> => {
    if (!examId || !latest.current) return undefined
    setSubmitting(true)
    const reply = await call('submitExam', { examId, answers: unsent(latest.current) })
    setSubmitting(false)
    const refused = reply.ok ? undefined : reply.trouble
    setTrouble(refused)
    if (reply.ok) put(withSitting(latest.current, reply.value, Date.now()))
    return refused
  }, [examId, put])

  useShown(() => void refresh().then(flush))
  useEffect(() => {
    alive.current = true
    const timer = setInterval(() => {
      const now = latest.current
      if (now?.sitting.state !== 'open') return
      if (remainingMs(now, Date.now()) === 0) void refresh()
      else if (unsent(now).length > 0) void flush()
    }, againMs)
    return () => {
      alive.current = false
      clearInterval(timer)
    }
  }, [refresh, flush])

  return { exam, trouble, sending, submitting, choose, submit, refresh }
}
