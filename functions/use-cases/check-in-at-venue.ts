import type { Answer, Parsed } from '@shared/contract'
import type { PublishedEvent, ScannerPhone, ScanVerdict, SignUp, VenueKey } from '@shared/model/event'
import type { RefusalCode } from '@shared/model/refusal'
import { fitsScanId } from '@shared/pass/scan-id'
import { readVenueCode, type VenueCode } from '@shared/pass/venue-code'
import type { Scan } from '../core/check-in'
import { decideVenueScan } from '../core/check-in-at-venue'
import { correctTime } from '../core/corrected-time'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { appendEntry } from '../store/ledger'
import { getItem, getItems } from '../store/table'
import { readVenueKeys } from '../store/venue-keys'
import { judgePerson, noteClocks } from './check-in'
import { type Actor, type Context, instantOf } from './context'
import { isOfSchool } from './is-of-school'
import { lacksConsentAt } from './lacks-guardian'
import { settleScan, sha256, type Verdict, verify } from './settle-scan'

type Uploaded = Parsed<'checkInAtVenue'>['scans'][number]
type Told = Answer<'checkInAtVenue'>['verdicts'][number]
interface Upload { actor: Actor; now: number; sentAt: string }

const ms = Date.parse
const scanOf = ({ scanId, direction, deviceTime, clock }: Uploaded): Scan => ({
  scanId, direction, way: 'venue', deviceMs: ms(deviceTime), ...(clock && { evidence: { serverMs: ms(clock.serverTime), deviceMs: ms(clock.deviceTime), elapsedMs: clock.elapsedMs } }),
})

/** A member's scan names them in its id, so that nobody else's phone can send it as theirs. */
const fits = ({ scanId, direction, deviceTime, code }: Uploaded, { personId }: Actor): boolean => fitsScanId(scanId, { eventId: '', direction, deviceMs: ms(deviceTime), code, personId }, sha256)

/** Of a code that leads to no event. */
const reject = async (context: Context, scan: Scan, code: RefusalCode, { actor: { personId, name }, now, sentAt }: Upload): Promise<Verdict> => {
  const { ms: at, skewMs } = correctTime(scan.deviceMs, { now, sentMs: ms(sentAt), evidence: scan.evidence })
  return (await settleScan(context, { eventId: '', shards: 1 }, scan, { verdict: 'rejected', code, time: instantOf(at), skewMs, personId, name }, personId)).verdict
}

/** One scan by the rules of its event, told with the event it was of. */
const judge = async (context: Context, uploaded: Uploaded, code: VenueCode, { eventId, publicKey, by, keyId }: VenueKey, { actor, now, sentAt }: Upload): Promise<Told> => {
  const scan = scanOf(uploaded)
  const [event, scanner, held] = (await getItems<unknown>(context.table, [keys.event(eventId), keys.scanner(eventId, keyId), keys.scanVerdict(scan.scanId)], true)) as [PublishedEvent, ScannerPhone, ScanVerdict?]
  const signUp = await getItem<SignUp>(context.table, keys.signUp(event, actor.personId), true)
  const about = { event, ofSchool: await isOfSchool(context, event), scanner, now, sentMs: ms(sentAt), by, verify, instantOf }
  const verdicts = await judgePerson(context, [{ scan, held, me: actor, signUp, lacksConsent: await lacksConsentAt(context, event, actor) }], about, appendEntry, (...args) => decideVenueScan(args[0], code, publicKey, args[1], args[2], args[3]))
  await noteClocks(context, [uploaded], new Map(verdicts.map((one) => [one.scanId, one])), about, sentAt)
  return { ...(verdicts[0] as Verdict), eventId, title: event.title }
}

/**
 * Own entries and exits by the venue's code, one verdict each, for ever. One after the other as they were made: they are one person's, and few. In the rest of the API and
 * not in the hot function: a school's morning goes over the scanners, and what reads this code would be paid for at each of their cold starts.
 */
export const checkInAtVenue: UseCase<'checkInAtVenue'> = async (context, { scans, sentAt }, { actor }) => {
  const upload = { actor, now: context.now(), sentAt }
  const fitting = new Set(scans.filter((one) => fits(one, actor)))
  const own = [...new Map([...fitting].map((one) => [one.scanId, one])).values()].sort((a, b) => ms(a.deviceTime) - ms(b.deviceTime))
  const codes = own.map(({ code }) => readVenueCode(code))
  const venueKeys = await readVenueKeys(context.table, codes.flatMap((code) => code?.keyId ?? []))
  const keyOf = new Map(venueKeys.flatMap((key) => (key ? [[key.keyId, key] as const] : [])))
  const told = new Map<string, Told>()
  for (const [i, one] of own.entries()) {
    const code = codes[i]
    const key = code && keyOf.get(code.keyId)
    told.set(one.scanId, key ? await judge(context, one, code, key, upload) : await reject(context, scanOf(one), code ? 'pass-invalid' : 'not-a-pass', upload))
  }
  return { serverTime: instantOf(upload.now), verdicts: scans.map((one): Told => (fitting.has(one) ? told.get(one.scanId) : undefined) ?? { scanId: one.scanId, verdict: 'rejected', code: 'id-reused' }) }
}
