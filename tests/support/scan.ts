import { createHash } from 'node:crypto'
import { scanIdOf } from '@shared/pass/scan-id'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

export interface ScanMade {
  direction: 'entry' | 'exit'
  deviceTime: string
  code?: string
  personId?: string
  name?: string
  statedTime?: string
  faceConfirmed?: true
  clock?: { serverTime: string; deviceTime: string; elapsedMs?: number }
}

/** A scan as a scanner makes it; the same `label` with the same content is the same scan. */
export const scanOf = <S extends ScanMade>(eventId: string, label: string, scan: S): S & { scanId: string } => {
  const { direction, deviceTime, code, personId, name, statedTime, faceConfirmed } = scan
  const nonce = createHash('sha256').update(label).digest().subarray(0, 15)
  return { ...scan, scanId: scanIdOf(nonce, { eventId, direction, deviceMs: Date.parse(deviceTime), code, personId, name, statedMs: statedTime === undefined ? undefined : Date.parse(statedTime), faceConfirmed }, sha256) }
}
