import { backOff } from 'exponential-backoff'
import { clientId } from '@/api/client-id'
import type { Trouble } from '@/api/reply'
import { serverNow } from '@/api/server-clock'
import { currentPerson } from '@/api/session'
import { noteWaiting } from '@/api/waiting'
import { onNetworkBack } from '@/platform/network'
import { breakSeal, seal, unseal } from '@/platform/sealed-store'
import { callAs } from './call-as'
import { openQueue, waits } from './scan-queue'
import { type Sent, sendEvent } from './send-scans'

/** What goes by itself: no answer, or a server in trouble. */
const passing: readonly Sent[] = ['offline', 'fault', 'sign-in-busy']
/** From two seconds to a minute, anywhere in between: a hall full of phones does not come back at once. */
const pauses = { startingDelay: 2_000, maxDelay: 60_000, jitter: 'full', numOfAttempts: Number.POSITIVE_INFINITY } as const

export const scannerKey = (personId: string, eventId: string) => `scanner:${personId}:${eventId}`
/** This phone at an event, registered with the server once; the same id until the server knows it by another. */
export const scannerOf = async (personId: string, eventId: string): Promise<string | Trouble> => {
  const key = scannerKey(personId, eventId)
  const known = await unseal<{ id: string; registered: boolean }>(key)
  if (known?.registered) return known.id
  const id = known?.id ?? clientId()
  // Before it is asked for: with the answer lost, the next one is the same phone.
  await seal(key, { id, registered: false })
  const reply = await callAs(personId)('registerScanner', { eventId, id })
  if (!reply.ok) return reply.trouble
  await seal(key, { id, registered: true })
  return id
}
export const forgetScanner = (personId: string, eventId: string) => breakSeal([scannerKey(personId, eventId)])

/** Sends one person's scans of all events: at once when something is added or the network is back, else by itself with growing pauses; one upload at a time. */
const openSender = async (personId: string) => {
  const queue = await openQueue(personId, serverNow())
  const stops = new Map<string, Sent>()
  let run = 0
  let last: Sent = 'done'
  let turn: Promise<unknown> = Promise.resolve()
  const mine = () => currentPerson()?.personId === personId
  const count = () => {
    const person = currentPerson()
    if (person && mine()) noteWaiting({ personId, name: person.name, n: queue.all().filter(waits).length })
  }
  queue.listen(count)
  count()
  const by = { call: callAs(personId), scannerOf: (eventId: string) => scannerOf(personId, eventId), forgetScanner: (eventId: string) => forgetScanner(personId, eventId) }

  const round = async (): Promise<Sent> => {
    let worst: Sent = 'done'
    await queue.secure()
    for (const eventId of new Set(queue.all().filter(waits).map((one) => one.eventId))) {
      if (!mine()) return 'not-signed-in'
      const sent = await sendEvent(queue, eventId, by)
      stops.set(eventId, sent)
      if (sent !== 'done') worst = passing.includes(worst) ? worst : sent
    }
    return worst
  }
  /** One after the other: a scan made during an upload goes with the next. */
  const inTurn = (number: number): Promise<void> => {
    const next = turn.then(async () => {
      // A later wake goes on with what this one would.
      if (number !== run) return
      last = await round()
      queue.tell()
      if (passing.includes(last)) throw new Error(last)
    })
    turn = next.catch(() => {})
    return next
  }
  const wake = (): void => {
    const number = ++run
    backOff(() => inTurn(number), { ...pauses, retry: () => number === run && mine() }).catch(() => {})
  }
  return {
    personId, queue, wake,
    /** Why an event's scans do not go: undefined where they do. */
    stopped: (eventId: string): Trouble['code'] | undefined => {
      const sent = stops.get(eventId)
      return sent === 'done' ? undefined : sent
    },
    offline: (): boolean => passing.includes(last),
  }
}
export type ScanSender = Awaited<ReturnType<typeof openSender>>

const opened: { personId?: string; sender?: Promise<ScanSender>; end?: () => void } = {}
/** The sender of whoever is signed in, opened once; somebody else's before them stops. */
export const senderOf = (personId: string): Promise<ScanSender> => {
  if (opened.personId === personId && opened.sender) return opened.sender
  opened.end?.()
  const sender = openSender(personId)
  Object.assign(opened, { personId, sender, end: onNetworkBack(() => void sender.then(({ wake }) => wake())) })
  return sender
}
