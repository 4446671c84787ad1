import type { RuleDraft, RuleSetVersion } from '@shared/model/policy'
import { type Refusal, refuse } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import { inForce } from './fold-policy'

const aheadAtMostMs = 366 * 86_400_000

export interface Publication {
  publishId: string
  /** Of the draft that was previewed. */
  hash: string
  /** The last version that the publisher has seen. */
  after: number
  /** Local date. */
  effectiveFrom: string
  by: string
}

/**
 * The version to add, as number last + 1; or the one that stands where this request was made before. `versions` with the last first, `hashOf` the
 * hash of a version's content. `conflict` names people by id.
 */
export const publishRuleSet = (versions: readonly RuleSetVersion[], draft: RuleDraft | undefined, { publishId, hash, after, effectiveFrom, by }: Publication, now: number, hashOf: (version: RuleSetVersion) => string): { add: RuleSetVersion } | { stands: RuleSetVersion } | Refusal => {
  const again = versions.find((one) => one.publishId === publishId)
  if (again) return again.hash === hash && again.effectiveFrom === effectiveFrom ? { stands: again } : refuse('id-reused')
  const last = versions[0]
  if (!last) return refuse('not-found')
  const { ruleSet } = last
  if (ruleSet.version !== after) return refuse('rules-changed', { conflict: { version: ruleSet.version, effectiveFrom: last.effectiveFrom, by: last.publishedBy, at: last.publishedAt } })
  if (!draft?.content) return refuse('nothing-to-publish')
  if (draft.hash !== hash) return refuse('draft-changed', { conflict: { by: draft.by, at: draft.at, revision: draft.revision } })
  if (hashOf(last) === hash) return refuse('nothing-to-publish')
  const field = (code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path: 'effectiveFrom', code, message }] })
  if (effectiveFrom < localDateIn(ruleSet.timeZone, now)) return field('in-the-past', 'Rules begin today or later')
  if (effectiveFrom > localDateIn(ruleSet.timeZone, now + aheadAtMostMs)) return field('too-far', 'Rules begin within a year')
  const { id, timeZone, version } = ruleSet
  return { add: { ruleSet: { id, version: version + 1, timeZone, ...draft.content }, effectiveFrom, publishedAt: new Date(now).toISOString(), publishedBy: by, publishId, hash } }
}

/** Where a version stands at an instant: `replaced` where a later one that begins no later was published before it began, so that it never does. `versions`: all of the county's. */
export const stateOf = (version: RuleSetVersion, versions: readonly RuleSetVersion[], now: number): 'in-force' | 'coming' | 'past' | 'replaced' => {
  const { ruleSet, effectiveFrom } = version
  if (inForce({ ruleSets: [...versions] }, now)?.ruleSet.version === ruleSet.version) return 'in-force'
  const publishedOn = (one: RuleSetVersion) => (one.publishedAt === undefined ? '' : localDateIn(ruleSet.timeZone, Date.parse(one.publishedAt)))
  const replaced = versions.some((later) => later.ruleSet.version > ruleSet.version && later.effectiveFrom <= effectiveFrom && publishedOn(later) < effectiveFrom)
  if (replaced) return 'replaced'
  return effectiveFrom <= localDateIn(ruleSet.timeZone, now) ? 'past' : 'coming'
}
