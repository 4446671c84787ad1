import { createHash, createPublicKey, verify as verifyEd25519 } from 'node:crypto'
import type { Answer } from '@shared/contract'
import type { PublishedEvent, ScanVerdict } from '@shared/model/event'
import type { ScanEntry } from '@shared/model/ledger'
import type { Sha256 } from '@shared/pass/scan-id'
import type { VerifySignature } from '@shared/pass/verify-pass'
import type { Scan, ScanDecision } from '../core/check-in'
import { appendEntry } from '../store/ledger'
import { keepVerdict } from '../store/scans'
import { addWalkIn } from '../store/sign-ups'
import { type Context, instantOf } from './context'

export type Verdict = Answer<'checkIn'>['verdicts'][number]
/** A parameter so that a test can take the ledger's condition away. */
export type AppendScan = typeof appendEntry<ScanEntry>

export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()

/** By what a card is kept: of the code itself nothing is. */
export const hashCard = (card: Uint8Array): string => createHash('sha256').update(card).digest('base64url')

export const verify: VerifySignature = (signature, message, publicKey) => {
  try {
    return verifyEd25519(null, message, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' }), signature)
  } catch {
    // A registered key that is no point of the curve.
    return false
  }
}

export const verdictOfEntry = ({ scanId, verdict, note, time }: ScanEntry, personId: string, name: string | undefined): Verdict => ({ scanId, verdict, ...(note && { code: note }), personId, name, time })
/** What was said once stays said; what a manager decided since is told with it. */
export const verdictOf = ({ scanId, verdict, code, personId, name, time, decided }: ScanVerdict): Verdict => ({ scanId, verdict, code, personId, name, time, ...(decided && { decided: { accepted: decided.accepted, at: decided.at } }) })

/** Writes what was decided about a scan: into the person's ledger, or, where it is not taken, beside it. Gives what holds, which somebody else may have written first. */
export const settleScan = async (context: Context, event: Pick<PublishedEvent, 'eventId' | 'shards'>, { scanId, direction, way, deviceMs }: Scan, decision: ScanDecision, by: string, append: AppendScan = appendEntry): Promise<{ verdict: Verdict; entry?: ScanEntry }> => {
  if ('entry' in decision) {
    const { personId, name, entry, walkIn } = decision
    if (walkIn) await addWalkIn(context.table, event, walkIn)
    const result = await append(context.table, personId, entry)
    const held = result.put ? entry : result.held
    return { verdict: verdictOfEntry(held, personId, name), entry: held }
  }
  const { verdict, code, personId, name, time, skewMs } = decision
  return { verdict: verdictOf(await keepVerdict(context.table, { scanId, eventId: event.eventId, verdict, code, direction, way, personId, name, time, deviceTime: instantOf(deviceMs), skewMs, at: instantOf(context.now()), by })) }
}
