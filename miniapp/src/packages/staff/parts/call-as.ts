import { call } from '@/api/call'
import { trouble } from '@/api/reply'
import { currentPerson } from '@/api/session'

/** Calls as this person or not at all: once somebody else has signed in on the phone, what goes out would be theirs. */
export const callAs = (personId: string): typeof call => ((name, input) => (currentPerson()?.personId === personId ? call(name, input) : Promise.resolve(trouble('not-signed-in')))) as typeof call
