import { steadyClock } from '@/platform/steady-clock'
import { keep, kept } from '@/platform/storage'
import { type ClockEvidence, type Contact, contactOf, correctedMs, evidenceOf, type Moment } from './corrected-time'

const key = 'clock'
let contact: Contact | undefined
let read = false

/** The last contact: with the steady clock's reading in this life of the page, without it after a restart. */
const lastContact = (): Contact | undefined => {
  if (!read) contact = kept<Contact>(key)
  read = true
  return contact
}

export const moment = (): Moment => ({ device: Date.now(), steady: steadyClock() })

/** Remembers what an answer says about the server's time; `asked` is the moment of the request. */
export const noteAnswer = (date: string | undefined, asked: Moment): void => {
  const next = contactOf(date, asked, moment())
  if (!next) return
  contact = next
  read = true
  keep(key, { server: next.server, device: next.device })
}

/** The server's time now, epoch ms, also without a network: see `correctedMs`. */
export const serverNow = (): number => correctedMs(lastContact(), moment())

/** For a scan that is made now; undefined where this phone has never heard from the server. */
export const clockEvidence = (): ClockEvidence | undefined => {
  const last = lastContact()
  return last && evidenceOf(last, moment())
}
