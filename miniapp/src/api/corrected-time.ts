import { answerWithinMs } from '@/platform/answer-within'
import type { Steady } from '@/platform/steady-clock'

/** A moment by this device: its own clock, epoch ms, which anybody can set; and the steady one of this life of the page, where the platform has it. */
export interface Moment { device: number; steady?: Steady | undefined }
/** A moment at which the server's time was known, epoch ms. */
export interface Contact extends Moment { server: number }

/** Steady milliseconds between two moments of one life of the page. */
const steadyMs = (from: Moment, to: Moment): number | undefined => from.steady && to.steady && to.steady.ms - from.steady.ms

/**
 * What an answer says about the server's time. Its Date header has whole seconds and is taken to be of the middle between request and answer: wrong by at most half a
 * second and half of the time the answer took. That is never longer than an answer is waited for, also where no clock is steady and the device's is set during the request.
 * Undefined where the header is missing or no date.
 */
export const contactOf = (date: string | undefined, asked: Moment, answered: Moment): Contact | undefined => {
  const second = Date.parse(date ?? '')
  if (Number.isNaN(second)) return undefined
  const took = Math.min(answerWithinMs, Math.max(0, steadyMs(asked, answered) ?? answered.device - asked.device))
  return { ...answered, server: second + 500 + took / 2 }
}

/**
 * The server's time at a moment, epoch ms (spec/check-in.md, 6); the device's own before there ever was a contact. Within one life of the page a clock that is set back changes
 * nothing. Of two clocks that disagree the later one is right: the steady one stops while the device sleeps, and that a clock is set forward with the page open is rarer by far. After a
 * restart the device's clock with the last skew is all there is; where it shows a time before the last contact it was set back since, mostly because it is right now.
 */
export const correctedMs = (contact: Contact | undefined, now: Moment): number => {
  if (!contact) return now.device
  const byDevice = contact.server + now.device - contact.device
  const elapsed = steadyMs(contact, now)
  if (elapsed !== undefined) return Math.max(contact.server + elapsed, byDevice)
  return byDevice >= contact.server ? byDevice : Math.max(contact.server, now.device)
}

/** What a scan says about its clock, for the server to judge: the last contact by both clocks, and the time since by the steady one, unless the device may have slept. */
export interface ClockEvidence { serverSeen: string; deviceThen: string; elapsedMs?: number }
export const evidenceOf = (contact: Contact, now: Moment): ClockEvidence => {
  const elapsed = contact.steady?.hides === now.steady?.hides ? steadyMs(contact, now) : undefined
  return {
    serverSeen: new Date(contact.server).toISOString(), deviceThen: new Date(contact.device).toISOString(),
    ...(elapsed !== undefined && { elapsedMs: Math.round(elapsed) }),
  }
}
