import type { Parsed } from '@shared/contract'
import type { Card, Handle, PublishedEvent, ScannerPhone, ScanVerdict, SignUp } from '@shared/model/event'
import { refuse } from '@shared/model/refusal'
import { readCard } from '@shared/pass/card'
import { readPass } from '@shared/pass/pass'
import { fitsScanId } from '@shared/pass/scan-id'
import { type Circumstances, decideScan, type Found, type Scan } from '../core/check-in'
import { standingScans } from '../core/fold-attendance'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { appendEntry } from '../store/ledger'
import type { Me } from '../store/people'
import { keepTelemetry, readScans } from '../store/scans'
import { getItems } from '../store/table'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { isOfSchool } from './is-of-school'
import { lacksConsentAt } from './lacks-guardian'
import { type AppendScan, hashCard, settleScan, sha256, type Verdict, verdictOf, verdictOfEntry, verify } from './settle-scan'

type Uploaded = Parsed<'checkIn'>['scans'][number]
type Clocked = Pick<Uploaded, 'scanId' | 'deviceTime' | 'clock'>
type Known = Found & { scan: Scan; held?: ScanVerdict | undefined }

const ms = Date.parse
const codeOf = (code: string, faceConfirmed: true | undefined): Pick<Scan, 'way' | 'pass' | 'card' | 'faceConfirmed'> => {
  const card = readCard(code)
  return card ? { way: 'card', card, faceConfirmed } : { way: 'pass', pass: readPass(code) }
}
const scanOf = ({ scanId, direction, deviceTime, clock, code, personId, name, statedTime, faceConfirmed }: Uploaded): Scan => ({
  scanId, direction, deviceMs: ms(deviceTime), ...(clock && { evidence: { serverMs: ms(clock.serverTime), deviceMs: ms(clock.deviceTime), elapsedMs: clock.elapsedMs } }),
  ...(code === undefined && (personId !== undefined || name !== undefined) ? { way: 'list', personId, name, ...(statedTime !== undefined && { statedMs: ms(statedTime) }) } : codeOf(code ?? '', faceConfirmed)),
})

const fits = (eventId: string, { scanId, direction, deviceTime, code, personId, name, statedTime, faceConfirmed }: Uploaded): boolean =>
  fitsScanId(scanId, { eventId, direction, deviceMs: ms(deviceTime), code, personId, name, statedMs: statedTime === undefined ? undefined : ms(statedTime), faceConfirmed }, sha256)

/** What a scan depends on: what it came to before, and the handle of its pass, its card, or the person of the list. */
const keysOf = ({ scanId, pass, card, personId }: Scan) => [
  keys.scanVerdict(scanId), ...(pass ? [keys.handle(pass.handle)] : card ? [keys.card(hashCard(card))] : personId !== undefined ? [keys.me(personId)] : []),
]

/** The sign-ups of those scanned by the list or by their card, for where they lie the event says; and whose the cards are. */
const readListed = async (context: Context, event: PublishedEvent | undefined, known: readonly Known[]): Promise<Known[]> => {
  const owners = known.flatMap(({ card }) => (card ? [card.personId] : []))
  const people = [...owners, ...known.flatMap(({ me }) => (me ? [me.personId] : []))]
  if (!event || people.length === 0) return [...known]
  const items = await getItems<unknown>(context.table, [...people.map((personId) => keys.signUp(event, personId)), ...owners.map(keys.me)], true)
  const byId = <T extends { personId: string }>(found: unknown[]) => new Map((found as (T | undefined)[]).flatMap((one) => (one ? [[one.personId, one] as const] : [])))
  const [signUps, accounts] = [byId<SignUp>(items.slice(0, people.length)), byId<Me>(items.slice(people.length))]
  return eachOf(known, 10, async (one) => {
    const me = one.card ? accounts.get(one.card.personId) : one.me
    // A card without the mark was made with a guardian's consent, or has it since: it costs no look.
    return me ? { ...one, me, signUp: signUps.get(me.personId), lacksConsent: (!one.card || one.card.visitsOnly === true) && (await lacksConsentAt(context, event, me)) } : one
  })
}

/** One BatchGet for all scans, and one more for those by the list or a card. */
const readFor = async (context: Context, eventId: string, scannerId: string, scans: readonly Scan[]) => {
  const [event, scanner, ...items] = await getItems<unknown>(context.table, [keys.event(eventId), keys.scanner(eventId, scannerId), ...scans.flatMap(keysOf)], true)
  // A handle of another event is nobody's here.
  const ofEvent = (handle: Handle | undefined) => (handle?.eventId === eventId ? handle : undefined)
  let at = 0
  const known = scans.map((scan): Known => {
    const [held, first] = items.slice(at, (at += keysOf(scan).length))
    return { scan, held: held as ScanVerdict | undefined, ...(scan.pass ? { handle: ofEvent(first as Handle | undefined) } : scan.card ? { card: first as Card | undefined } : { me: first as Me | undefined }) }
  })
  return { event: event as PublishedEvent | undefined, scanner: scanner as ScannerPhone | undefined, known: await readListed(context, event as PublishedEvent | undefined, known) }
}

const personOf = ({ handle, me, scan }: Known): string => handle?.personId ?? me?.personId ?? `? ${scan.scanId}`

/** One person's scans one after the other, as they were made, so that each knows of those before it. */
export const judgePerson = async (context: Context, theirs: readonly Known[], about: Circumstances, append: AppendScan, decide = decideScan): Promise<Verdict[]> => {
  const { eventId } = about.event
  const { handle, me } = theirs[0] ?? {}
  const person = handle ?? me
  const entries = person ? await readScans(context.table, person.personId, eventId, true) : []
  const verdicts: Verdict[] = []
  for (const { scan, held, ...found } of [...theirs].sort((a, b) => a.scan.deviceMs - b.scan.deviceMs)) {
    // Told before any rule: what was said of it once.
    const before = entries.find((one) => one.type === 'scan' && one.scanId === scan.scanId)
    // A conflict first: one that a manager accepted lies in the ledger as well.
    if (held) verdicts.push(verdictOf(held))
    else if (before?.type === 'scan' && person) verdicts.push(verdictOfEntry(before, person.personId, person.name))
    else {
      const { verdict, entry } = await settleScan(context, about.event, scan, decide(scan, found, standingScans(entries), about), about.by, append)
      verdicts.push(verdict)
      if (entry) entries.push(entry)
    }
  }
  return verdicts
}

/** How the times of late scans, and of those not taken, were found. */
export const noteClocks = async (context: Context, scans: readonly Clocked[], verdicts: Map<string, Verdict>, about: Circumstances, sentAt: string): Promise<void> => {
  const { event, scanner, now } = about
  const noted = scans.filter(({ scanId, deviceTime }) => ms(sentAt) - ms(deviceTime) > 60_000 || !['accepted', 'duplicate'].includes(verdicts.get(scanId)?.verdict ?? ''))
  const [first] = noted
  if (!first) return
  const clocks = JSON.stringify(noted.map(({ scanId, deviceTime, clock }) => [scanId, deviceTime, clock?.serverTime, clock?.deviceTime, clock?.elapsedMs]))
  await keepTelemetry(context.table, event.eventId, instantOf(now), first.scanId, { scanner: scanner.scannerId, by: about.by, sentAt, clocks, expiresAt: Math.floor(now / 1000) + context.config.telemetryDays * 86_400 })
}

/**
 * Entries and exits; each scan gets exactly one verdict, for ever, and none is dropped. An accepted scan costs its share of one BatchGet, of one query for
 * its person's scans, and one conditional put.
 */
export const checkInBy = (append: AppendScan = appendEntry): UseCase<'checkIn'> => async (context, { eventId, scanner: scannerId, scans: uploaded, sentAt }, { actor }) => {
  const now = context.now()
  // One id twice in a batch is one scan; an id that was made for other content is nobody's.
  const fitting = new Set(uploaded.filter((one) => fits(eventId, one)))
  const own = [...new Map([...fitting].map((one) => [one.scanId, one])).values()]
  const { event, scanner, known } = await readFor(context, eventId, scannerId, own.map(scanOf))
  if (!event) return refuse('not-found')
  if (scanner?.personId !== actor.personId) return refuse('scanner-unknown')
  const about: Circumstances = { event, ofSchool: await isOfSchool(context, event), scanner, now, sentMs: ms(sentAt), by: actor.personId, verify, instantOf }

  const people = new Map<string, Known[]>()
  for (const one of known) people.set(personOf(one), [...(people.get(personOf(one)) ?? []), one])
  const judged = (await eachOf([...people.values()], 10, (theirs) => judgePerson(context, theirs, about, append))).flat()
  const verdicts = new Map(judged.map((verdict) => [verdict.scanId, verdict]))
  await noteClocks(context, own, verdicts, about, sentAt)
  return {
    serverTime: instantOf(now),
    verdicts: uploaded.map((one): Verdict => (fitting.has(one) ? verdicts.get(one.scanId) : undefined) ?? { scanId: one.scanId, verdict: 'rejected', code: 'id-reused' }),
  }
}

export const checkIn = checkInBy()
