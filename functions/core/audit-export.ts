import type { ApplicationStep, ChainHead } from '@shared/model/application'
import { sha256Hex } from '@shared/pass/sha256'
import { canonical } from './audit-chain'

/** The first line of what a manifest's signature is over, and what it calls itself. */
export const auditFormat = 'qingcheng audit export 1'

/** The last line of an export: what is in it, signed. `heads`: of each application in the file's order its id, count and last hash. */
export interface AuditManifest {
  format: typeof auditFormat
  org: string
  /** When it was made: RFC 3339, UTC. */
  at: string
  applications: number
  entries: number
  heads: [applicationId: string, count: number, hash: string][]
  /** Of every byte before the manifest's line. */
  sha256: string
  keyId: string
  signature: string
}

/** One application as it goes into an export; `head` is missing only where somebody removed it from the table. */
export interface AuditChain {
  steps: readonly ApplicationStep[]
  head: ChainHead | undefined
}

/** What of a step an export says: all that its hash covers, and the hash. Words and evaluations stay behind: their salted hash is there. */
const entryOf = ({ n, seq, stepId, applicationId, act, facts, to, at, by, onBehalf, procedure, rules, sealed, prev, hash }: ApplicationStep) => ({ n, seq, stepId, applicationId, act, facts, to, at, by, onBehalf, procedure, rules, sealed, prev, hash })

/** The lines of an export but the last: each application's entries in order, then its signed head. */
export const auditBody = (chains: readonly AuditChain[]): string =>
  chains.map(({ steps, head }) => [...steps.map((step) => ({ entry: entryOf(step) })), ...(head ? [{ head }] : [])].map((line) => `${canonical(line)}\n`).join('')).join('')

export const manifestMessage = ({ signature, keyId, ...manifest }: Omit<AuditManifest, 'signature' | 'keyId'> & Partial<AuditManifest>): string => `${auditFormat}\n${canonical(manifest)}\n`

/** What an export's manifest says, before it is signed. */
export const manifestOf = (org: string, at: string, chains: readonly AuditChain[], body: string): Omit<AuditManifest, 'signature' | 'keyId'> => ({
  format: auditFormat, org, at, applications: chains.length, entries: chains.reduce((sum, { steps }) => sum + steps.length, 0),
  heads: chains.flatMap(({ head }): AuditManifest['heads'] => (head ? [[head.applicationId, head.count, head.hash]] : [])), sha256: sha256Hex(body),
})

export const manifestLine = (manifest: AuditManifest): string => `${canonical({ manifest })}\n`
