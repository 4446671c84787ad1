import type { Answer, Input } from '@shared/contract/index'
import { useCallback, useEffect, useRef, useState } from 'react'
import { sha256 } from '@noble/hashes/sha2.js'
import { scanIdOf } from '@shared/pass/scan-id'
import { call } from '@/api/call'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import { useSend } from '@/api/use-send'
import { randomBytes } from '@/platform/random'
import { keep, kept } from '@/platform/storage'

export type Scan = Input<'checkIn'>['scans'][number]
export type Verdict = Answer<'checkIn'>['verdicts'][number]
const batch = 100
const againMs = 15_000

/** This phone as it scans at an event: registered with the first upload. */
const scannerOf = async (eventId: string): Promise<string | undefined> => {
  const key = `scanner:${currentPerson()?.personId}:${eventId}`
  const known = kept<string>(key)
  if (known) return known
  const reply = await call('registerScanner', { eventId, id: clientId() })
  if (!reply.ok) return undefined
  keep(key, reply.value.scannerId)
  return reply.value.scannerId
}

/**
 * The scans of one event that have no verdict yet. Each gets its id once, when it is made, is kept on the phone, and leaves it only with a verdict, which
 * `onVerdict` is told, however late it comes (spec/check-in.md, 3 and 4). What could not be sent is tried again by itself while the page is open, and when it
 * is opened again.
 */
export const useScans = (eventId: string | undefined, onVerdict: (verdict: Verdict, scan: Scan) => void) => {
  const key = `scans:${currentPerson()?.personId}:${eventId}`
  const [waiting, setWaiting] = useState(() => kept<Scan[]>(key)?.length ?? 0)
  const { send, sending, trouble } = useSend('checkIn')
  const tell = useRef(onVerdict)
  tell.current = onVerdict
  const turn = useRef<Promise<unknown>>(Promise.resolve())

  const sendKept = useCallback(async (): Promise<void> => {
    const scans = (kept<Scan[]>(key) ?? []).slice(0, batch)
    if (eventId === undefined || scans.length === 0) return
    const scanner = await scannerOf(eventId)
    const reply = scanner === undefined ? undefined : await send({ eventId, scanner, sentAt: new Date().toISOString(), scans })
    if (!reply?.ok) return
    const verdictOf = new Map(reply.value.verdicts.map((verdict) => [verdict.scanId, verdict]))
    const left = (kept<Scan[]>(key) ?? []).filter(({ scanId }) => !verdictOf.has(scanId))
    keep(key, left)
    setWaiting(left.length)
    for (const scan of scans) {
      const verdict = verdictOf.get(scan.scanId)
      if (verdict) tell.current(verdict, scan)
    }
    if (left.length && verdictOf.size) await sendKept()
  }, [eventId, key, send])

  /** One upload after the other: a scan made during one goes with the next. */
  const upload = useCallback((): Promise<void> => {
    const next = turn.current.then(sendKept)
    turn.current = next.catch(() => {})
    return next
  }, [sendKept])

  /** Whether the scan has its verdict; otherwise it waits. */
  const add = async (scan: Pick<Scan, 'direction' | 'code' | 'personId'>): Promise<boolean> => {
    const deviceMs = Date.now()
    const scanId = scanIdOf(await randomBytes(15), { eventId: eventId ?? '', deviceMs, ...scan }, sha256)
    const all = [...(kept<Scan[]>(key) ?? []), { scanId, deviceTime: new Date(deviceMs).toISOString(), ...scan }]
    keep(key, all)
    setWaiting(all.length)
    await upload()
    return !kept<Scan[]>(key)?.some((one) => one.scanId === scanId)
  }

  useEffect(() => void upload(), [upload])
  useEffect(() => {
    if (waiting === 0) return undefined
    const timer = setInterval(() => void upload(), againMs)
    return () => clearInterval(timer)
  }, [waiting, upload])
  return { waiting, add, upload, sending, trouble }
}
