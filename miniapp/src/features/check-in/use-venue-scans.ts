import { useCallback, useEffect, useRef, useState } from 'react'
import type { Trouble } from '@/api/reply'
import { onNetworkBack } from '@/platform/network'
import { useShown } from '@/platform/page-events'
import { sendVenueScans, type VenueScan, venueScans, waits } from './venue-scans'

const [firstPause, longestPause] = [2_000, 60_000]

/** This person's own scans on the phone. What waits goes when the page is shown, when the network is back, and by itself with growing pauses; `onSent` when something got its verdict. */
export const useVenueScans = (onSent: () => void): { scans: VenueScan[]; stopped: Trouble['code'] | undefined; send: () => Promise<void> } => {
  const [scans, setScans] = useState(venueScans)
  const [stopped, setStopped] = useState<Trouble['code']>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const told = useRef(onSent)
  told.current = onSent
  const send = useCallback(async (pause = firstPause): Promise<void> => {
    clearTimeout(timer.current)
    const before = venueScans().filter(waits).length
    setScans(venueScans())
    if (before === 0) return
    const stop = await sendVenueScans()
    setStopped(stop)
    setScans(venueScans())
    const left = venueScans().filter(waits).length
    if (left < before) told.current()
    if (left > 0) timer.current = setTimeout(() => void send(Math.min(2 * pause, longestPause)), pause * (0.5 + Math.random()))
  }, [])
  useShown(() => void send())
  useEffect(() => {
    const end = onNetworkBack(() => void send())
    return () => {
      end()
      clearTimeout(timer.current)
    }
  }, [send])
  return { scans, stopped, send: () => send() }
}
