import type { ChainHead } from '@shared/model/application'
import { inScope } from '@shared/model/org'
import { sha256Hex } from '@shared/pass/sha256'
import { canonical, firstPrev, headMessage } from './audit-chain'
import { type AuditManifest, auditFormat, manifestMessage } from './audit-export'

/** Why an export does not fit. `recomputed`: the chain fits itself, but nobody with the key signed it so. */
export type AuditWhy =
  | 'not-canonical' | 'unknown-line' | 'altered' | 'removed' | 'reordered' | 'foreign' | 'cut-off' | 'added' | 'recomputed' | 'other-key' | 'head-altered'
  | 'no-manifest' | 'manifest-altered' | 'not-as-signed' | 'trailing'
  | 'gone-since' | 'shorter-than-before' | 'other-than-before' | 'not-later' | 'of-another-organisation'

/** The first thing that does not fit: on which line (from 1), and of which application's which entry, where it is about one. */
export interface AuditFault {
  line: number
  application?: string
  seq?: number
  why: AuditWhy
}
export interface AuditFits {
  org: string
  at: string
  applications: number
  entries: number
  /** Each application's hashes, entry by entry. */
  chains: Map<string, string[]>
}
/** Whoever can check a signature by the public key alone. */
export interface AuditVerifier {
  keyId: string
  /** Over the UTF-8 bytes of the message; `signature` as DER. */
  verify(message: string, signature: Uint8Array): boolean
}
export const isFault = (verdict: AuditFault | AuditFits): verdict is AuditFault => 'why' in verdict

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The one object that a line is, if it is written as it would be by us, byte for byte. */
const parseLine = (bytes: Uint8Array): { kind: string; of: Json } | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    if (!isObject(value) || canonical(value) !== text) return undefined
    const [[kind, of] = [], more] = Object.entries(value)
    return kind !== undefined && more === undefined && isObject(of) ? { kind, of } : undefined
  } catch {
    return undefined
  }
}

const isSigned = ({ verify }: AuditVerifier, message: string, signature: unknown): boolean => {
  if (typeof signature !== 'string') return false
  const bytes = Buffer.from(signature, 'base64')
  // A base64 text has one form only here: unused bits at its end are no place to change something.
  return bytes.toString('base64') === signature && verify(message, bytes)
}

/** Where the walk is: the application whose entries run, and those that are over. */
interface Walk {
  running: { application: string; prev: string; seq: number; at: unknown } | undefined
  chains: Map<string, string[]>
  entries: number
  heads: AuditManifest['heads']
}

const takeEntry = (walk: Walk, entry: Json): Omit<AuditFault, 'line'> | undefined => {
  const { applicationId, seq, prev, hash, ...rest } = entry
  const running = walk.running ?? { application: String(applicationId), prev: firstPrev, seq: 0, at: undefined }
  const expected = running.seq + 1
  const fault = (why: AuditWhy) => ({ application: running.application, seq: expected, why })
  if (sha256Hex(canonical({ ...rest, applicationId, seq, prev })) !== hash) return fault('altered')
  if (applicationId !== running.application) return fault('foreign')
  if (!walk.running && walk.chains.has(running.application)) return fault('reordered')
  if (seq !== expected) return fault(Number(seq) > expected ? 'removed' : 'reordered')
  if (prev !== running.prev) return fault('recomputed')
  walk.running = { application: running.application, prev: String(hash), seq: expected, at: rest.at }
  walk.chains.set(running.application, [...(walk.chains.get(running.application) ?? []), String(hash)])
  walk.entries++
  return undefined
}

const takeHead = (walk: Walk, head: Json, verifier: AuditVerifier): Omit<AuditFault, 'line'> | undefined => {
  const { applicationId, count, hash, at, keyId, signature, ...more } = head as Json & Partial<ChainHead>
  const { running } = walk
  const application = running?.application ?? String(applicationId)
  const seq = running?.seq ?? 0
  const fault = (why: AuditWhy, at = seq) => ({ application, seq: at, why })
  if (!running) return fault('cut-off', 1)
  if (applicationId !== application) return fault('foreign')
  if (keyId !== verifier.keyId) return fault('other-key')
  if (typeof count !== 'number' || typeof hash !== 'string' || !isSigned(verifier, headMessage({ applicationId, count, hash }), signature)) return fault('recomputed')
  if (count !== seq) return count > seq ? fault('cut-off', seq + 1) : fault('added', count + 1)
  if (hash !== running.prev) return fault('recomputed')
  if (at !== running.at || Object.keys(more).length) return fault('head-altered')
  walk.heads.push([application, count, hash])
  walk.running = undefined
  return undefined
}

/** Which application the file has otherwise than the signed manifest says. */
const otherThanSigned = (signed: AuditManifest['heads'], { heads, chains }: Walk): Omit<AuditFault, 'line'> => {
  for (const [i, [application, count, hash]] of signed.entries()) {
    const found = heads.find(([id]) => id === application)
    if (!found) return { application, seq: 1, why: 'removed' }
    if (found[1] < count) return { application, seq: found[1] + 1, why: 'cut-off' }
    if (found[1] > count) return { application, seq: count + 1, why: 'added' }
    if (found[2] !== hash) return { application, seq: count, why: 'recomputed' }
    if (heads[i]?.[0] !== application && chains.size === signed.length) return { application, seq: 1, why: 'reordered' }
  }
  const foreign = heads.find(([id]) => !signed.some(([application]) => application === id))
  return foreign ? { application: foreign[0], seq: 1, why: 'foreign' } : { why: 'not-as-signed' }
}

const takeManifest = (walk: Walk, manifest: Json, before: Uint8Array, verifier: AuditVerifier): Omit<AuditFault, 'line'> | undefined => {
  const { format, org, at, applications, entries, heads, sha256: sum, keyId, signature, ...more } = manifest as Json & Partial<AuditManifest>
  if (format !== auditFormat || Object.keys(more).length || typeof org !== 'string' || typeof at !== 'string' || !Array.isArray(heads)) return { why: 'manifest-altered' }
  if (keyId !== verifier.keyId) return { why: 'other-key' }
  if (!isSigned(verifier, manifestMessage(manifest as unknown as AuditManifest), signature)) return { why: 'manifest-altered' }
  if (walk.running) return { application: walk.running.application, seq: walk.running.seq + 1, why: 'cut-off' }
  if (sum !== sha256Hex(before)) return otherThanSigned(heads, walk)
  return applications === walk.chains.size && entries === walk.entries ? undefined : { why: 'not-as-signed' }
}

/**
 * Whether an export (functions/core/audit-export.ts) is whole, and signed as it is by whoever has the private key. Goes through it from its first byte to its
 * last, and stops at the first thing that does not fit. What it cannot know is what was never exported: ask `fitsAfter` with an older export.
 */
export const verifyAudit = (bytes: Uint8Array, verifier: AuditVerifier): AuditFault | AuditFits => {
  const walk: Walk = { running: undefined, chains: new Map(), entries: 0, heads: [] }
  for (let from = 0, line = 1; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from)
    const parsed = end < 0 ? undefined : parseLine(bytes.subarray(from, end))
    const here = { line, ...(walk.running && { application: walk.running.application, seq: walk.running.seq + 1 }) }
    if (end < 0) return { ...here, why: 'cut-off' }
    if (!parsed) return { ...here, why: 'not-canonical' }
    const { kind, of } = parsed
    if (kind === 'manifest') {
      const fault = takeManifest(walk, of, bytes.subarray(0, from), verifier)
      if (fault) return { line, ...fault }
      if (end + 1 < bytes.length) return { line: line + 1, why: 'trailing' }
      const { org, at } = of as unknown as AuditManifest
      return { org, at, applications: walk.chains.size, entries: walk.entries, chains: walk.chains }
    }
    const fault = kind === 'entry' ? takeEntry(walk, of) : kind === 'head' ? takeHead(walk, of, verifier) : ({ why: 'unknown-line' } as const)
    if (fault) return { ...here, ...fault }
    from = end + 1
  }
  return { line: bytes.length === 0 ? 1 : walk.entries + walk.heads.length + 1, ...(walk.running && { application: walk.running.application, seq: walk.running.seq + 1 }), why: 'no-manifest' }
}

/** Whether a later export goes on from an older one: every chain of the older is the beginning of one of the later's. Both were verified before. */
export const fitsAfter = (later: AuditFits, older: AuditFits): AuditFault | undefined => {
  if (!inScope(later.org, older.org)) return { line: 0, why: 'of-another-organisation' }
  if (later.at < older.at) return { line: 0, why: 'not-later' }
  for (const [application, hashes] of older.chains) {
    const now = later.chains.get(application)
    if (!now) return { line: 0, application, seq: 1, why: 'gone-since' }
    const other = hashes.findIndex((hash, i) => now[i] !== hash)
    if (other >= 0) return { line: 0, application, seq: other + 1, why: other >= now.length ? 'shorter-than-before' : 'other-than-before' }
  }
  return undefined
}
