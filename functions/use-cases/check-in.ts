import type { Handle, PublishedEvent, SignUp } from '@shared/model/event'
import { createPublicKey, verify as verifyEd25519 } from 'node:crypto'
import type { Answer } from '@shared/contract'
import type { ScanEntry } from '@shared/model/ledger'
import { countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { readPass } from '@shared/pass/pass'
import type { VerifySignature } from '@shared/pass/verify-pass'
import { decideScan, type Found, saysTheSame, type Scan, type ScanDecision } from '../core/check-in'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { appendEntry } from '../store/ledger'
import type { Me } from '../store/people'
import { addWalkIn } from '../store/sign-ups'
import { getItem, getItems } from '../store/table'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'

type Verdict = Answer<'checkIn'>['verdicts'][number]

const verify: VerifySignature = (signature, message, publicKey) => {
  try {
    return verifyEd25519(null, message, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' }), signature)
  } catch {
    // A registered key that is no point of the curve.
    return false
  }
}

/** One BatchGet for all scans: the event, and each pass's handle or each listed person with their sign-up. */
const readFor = async (context: Context, eventId: string, scans: readonly Scan[], consistent: boolean): Promise<{ event?: PublishedEvent; found: Found[] }> => {
  const keysOf = (scan: Scan) =>
    scan.pass ? [keys.handle(scan.pass.handle)] : scan.pass === undefined && scan.personId !== undefined ? [keys.me(scan.personId), keys.signUp(eventId, scan.personId)] : []
  const [event, ...items] = await getItems<unknown>(context.table, [keys.event(eventId), ...scans.flatMap(keysOf)], consistent)
  let at = 0
  const found = scans.map((scan): Found => {
    const [first, second] = items.slice(at, (at += keysOf(scan).length)) as [unknown, unknown]
    // A handle leads to one sign-up of one event: at another it is nobody's.
    return scan.pass ? { handle: (first as Handle | undefined)?.eventId === eventId ? (first as Handle) : undefined } : { me: first as Me | undefined, signUp: second as SignUp | undefined }
  })
  return { event: event as PublishedEvent | undefined, found }
}

const same = (a: Scan, b: Scan) => a.direction === b.direction && a.deviceMs === b.deviceMs && a.pass?.handle === b.pass?.handle && (a.pass === undefined) === (b.pass === undefined) && (a.pass || b.pass ? true : a.personId === b.personId)

/**
 * Entries and exits; each scan gets exactly one verdict and none is dropped. An accepted scan costs its share of one BatchGet and one conditional
 * put. The ledger's condition tells a repeated id; a scan about to be refused is looked up first, so that one accepted before hears the same for ever.
 * `append` is a parameter so that a test can take that condition away.
 */
export const checkInBy = (append: typeof appendEntry<ScanEntry> = appendEntry): UseCase<'checkIn'> => async (context, { eventId, scans: uploaded, sentAt }, { actor }) => {
  const now = context.now()
  const scans = uploaded.map(({ scanId, direction, deviceTime, pass, personId }): Scan => ({
    scanId, direction, deviceMs: Date.parse(deviceTime), personId, ...(pass !== undefined && { pass: readPass(pass) ?? null }), ...(pass === undefined && personId === undefined && { pass: null }),
  }))
  const { event, found } = await readFor(context, eventId, scans, false)
  if (!event) return refuse('not-found')
  const kind = scans.some(({ pass }) => pass === undefined) ? (await context.orgs(countyOf(event.host))).get(event.host)?.kind : undefined
  const decide = (scan: Scan, what: Found, about: PublishedEvent): ScanDecision =>
    decideScan(scan, what, { event: about, now, skewMs: sentAt === undefined ? undefined : now - Date.parse(sentAt), by: actor.personId, verify, instantOf }, kind === 'school' || kind === 'branch')

  const accepted = (scan: Scan, personId: string, name: string | undefined, entry: ScanEntry): Verdict =>
    saysTheSame(entry, scan) ? { scanId: scan.scanId, verdict: 'accepted', personId, name, time: entry.time } : { scanId: scan.scanId, verdict: 'rejected', code: 'id-reused', personId, name }

  const judge = async (scan: Scan, index: number): Promise<Verdict> => {
    let decision = decide(scan, found[index] ?? {}, event)
    if (decision.verdict !== 'accepted') {
      // Off the hot path: accepted before? And was what it depends on written only a moment ago?
      const held = decision.personId === undefined ? undefined : await getItem<ScanEntry>(context.table, keys.scan(decision.personId, eventId, scan.scanId), true)
      if (held && decision.personId !== undefined) return accepted(scan, decision.personId, decision.name, held)
      const fresh = await readFor(context, eventId, [scan], true)
      decision = decide(scan, fresh.found[0] ?? {}, fresh.event ?? event)
    }
    if (decision.verdict !== 'accepted') return { scanId: scan.scanId, ...decision }
    if (decision.walkIn) await addWalkIn(context.table, decision.walkIn)
    const result = await append(context.table, decision.personId, decision.entry)
    return accepted(scan, decision.personId, decision.name, result.put ? decision.entry : result.held)
  }

  // One id twice in a batch is one scan; with other content, even about somebody else, it is refused.
  const first = new Map<string, number>()
  for (const [i, { scanId }] of scans.entries()) if (!first.has(scanId)) first.set(scanId, i)
  const verdicts = await eachOf(scans, 10, (scan, i) => (first.get(scan.scanId) === i ? judge(scan, i) : Promise.resolve(undefined)))
  return {
    serverTime: instantOf(now),
    verdicts: scans.map((scan, i): Verdict => {
      const original = first.get(scan.scanId) ?? i
      return same(scan, scans[original] ?? scan) ? (verdicts[original] as Verdict) : { scanId: scan.scanId, verdict: 'rejected', code: 'id-reused' }
    }),
  }
}

export const checkIn = checkInBy()
