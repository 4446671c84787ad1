import { kept } from '@/platform/storage'

/** Where the phone keeps a person's key for an event's pass; it belongs to a person: siblings may share the phone. */
export const passKey = (personId: string, eventId: string): string => `pass:${personId}:${eventId}`

/** Whether a person's pass for the event is on this phone, and so needs no network. */
export const holdsPass = (personId: string, eventId: string): boolean => kept(passKey(personId, eventId)) !== undefined
