import type { Answer, Input } from '@shared/contract/index'
import { useCallback, useEffect, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { keep, kept } from '@/platform/storage'

type Scan = Input<'checkIn'>['scans'][number]
type Verdict = Answer<'checkIn'>['verdicts'][number]
const batch = 100

/**
 * The scans of one event that have no verdict yet. Each gets its id once, when it is made, is kept on the phone, and leaves it only with a verdict
 * (spec/check-in.md, 3 and 4); what could not be sent goes with the next one, or when the page is opened again.
 */
export const useScans = (eventId: string | undefined) => {
  const key = `scans:${eventId}`
  const [waiting, setWaiting] = useState(() => kept<Scan[]>(key)?.length ?? 0)
  const { send, sending, trouble } = useSend('checkIn')

  const upload = useCallback(async (): Promise<Verdict[]> => {
    const scans = (kept<Scan[]>(key) ?? []).slice(0, batch)
    if (eventId === undefined || scans.length === 0) return []
    const reply = await send({ eventId, sentAt: new Date().toISOString(), scans })
    if (!reply?.ok) return []
    const done = new Set(reply.value.verdicts.map(({ scanId }) => scanId))
    const left = (kept<Scan[]>(key) ?? []).filter(({ scanId }) => !done.has(scanId))
    keep(key, left)
    setWaiting(left.length)
    return reply.value.verdicts
  }, [eventId, key, send])

  const add = async (scan: Omit<Scan, 'scanId' | 'deviceTime'>): Promise<Verdict | undefined> => {
    const scanId = clientId()
    const all = [...(kept<Scan[]>(key) ?? []), { scanId, deviceTime: new Date().toISOString(), ...scan }]
    keep(key, all)
    setWaiting(all.length)
    return (await upload()).find((verdict) => verdict.scanId === scanId)
  }

  useEffect(() => void upload(), [upload])
  return { waiting, add, upload, sending, trouble }
}
