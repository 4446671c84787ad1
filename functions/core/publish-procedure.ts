import type { ProcedureContent, ProcedureVersion } from '@shared/model/procedure'
import { type Refusal, refuse } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import { canonical } from './audit-chain'
import { procedureFaults } from './check-procedure'
import { firstProcedure, procedureInForce } from './procedure-in-force'

const timeZone = 'Asia/Shanghai'
const aheadAtMostMs = 366 * 86_400_000

export interface ProcedurePublication {
  publishId: string
  content: ProcedureContent
  /** The last version that the publisher has seen. */
  after: number
  /** Local date. */
  effectiveFrom: string
  by: string
}

/** All of a county's versions, the last first: what came with the county is the first. */
export const allProcedures = (stored: readonly ProcedureVersion[]): ProcedureVersion[] => {
  const versions = [...stored].sort((a, b) => b.version - a.version)
  return versions.at(-1)?.version === firstProcedure.version ? versions : [...versions, firstProcedure]
}

/** The version to add, as number last + 1; or the one that stands where this request was made before. `versions` with the last first; `conflict` names people by id. */
export const publishProcedure = (versions: readonly ProcedureVersion[], { publishId, content, after, effectiveFrom, by }: ProcedurePublication, now: number): { add: ProcedureVersion } | { stands: ProcedureVersion } | Refusal => {
  const again = versions.find((one) => one.publishId === publishId)
  if (again) return again.effectiveFrom === effectiveFrom && canonical(again.content) === canonical(content) ? { stands: again } : refuse('id-reused')
  const last = versions[0] ?? firstProcedure
  if (last.version !== after) return refuse('procedure-changed', { conflict: { version: last.version, effectiveFrom: last.effectiveFrom, by: last.publishedBy, at: last.publishedAt } })
  const errors = procedureFaults(content)
  if (effectiveFrom < localDateIn(timeZone, now)) errors.push({ path: 'effectiveFrom', code: 'in-the-past', message: 'A procedure begins today or later' })
  if (effectiveFrom > localDateIn(timeZone, now + aheadAtMostMs)) errors.push({ path: 'effectiveFrom', code: 'too-far', message: 'A procedure begins within a year' })
  if (errors.length) return { refused: 'invalid-input', errors }
  if (canonical(last.content) === canonical(content)) return refuse('nothing-to-publish')
  return { add: { version: last.version + 1, content, effectiveFrom, publishedAt: new Date(now).toISOString(), publishedBy: by, publishId } }
}

/** Where a version stands at an instant, as with rule sets (core/publish-rule-set.ts): `replaced` where it never began. */
export const procedureState = (version: ProcedureVersion, versions: readonly ProcedureVersion[], now: number): 'in-force' | 'coming' | 'past' | 'replaced' => {
  const today = localDateIn(timeZone, now)
  if (procedureInForce(versions, today, now).version === version.version) return 'in-force'
  const publishedOn = ({ publishedAt }: ProcedureVersion) => (publishedAt === undefined ? '' : localDateIn(timeZone, Date.parse(publishedAt)))
  if (versions.some((later) => later.version > version.version && later.effectiveFrom <= version.effectiveFrom && publishedOn(later) < version.effectiveFrom)) return 'replaced'
  return version.effectiveFrom <= today ? 'past' : 'coming'
}
