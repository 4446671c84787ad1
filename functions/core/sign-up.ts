import type { PublishedEvent, SignUp } from '@shared/model/event'
import { type Refusal, refuse } from '@shared/model/refusal'

export type SignUpDecision = Refusal | { keep: SignUp } | { change: SignUp; move: 'take' | 'keep' }

interface Request {
  eventId: string
  personId: string
  name: string
  initials?: string
  branch?: string
  id: string
  publicKey?: string
}

/** What a request for a seat comes to. `handle` is fresh, for a new sign-up; one that stands keeps its own. A new phone registers its key with a new id. */
export const decideSignUp = (event: PublishedEvent, standing: SignUp | undefined, request: Request, now: { ms: number; at: string }, handle: string): SignUpDecision => {
  // The id comes before any rule: a repeated request hears the same though the event has closed meanwhile.
  if (standing?.id === request.id) return request.publicKey === undefined || request.publicKey === standing.publicKey ? { keep: standing } : refuse('id-reused')
  if (event.state === 'closed') return refuse('event-closed')
  if (Date.parse(event.endsAt) <= now.ms) return refuse('event-in-the-past')
  if (standing?.state === 'signed-up') {
    if (request.publicKey === undefined || request.publicKey === standing.publicKey) return { keep: standing }
    return { change: { ...standing, id: request.id, publicKey: request.publicKey }, move: 'keep' }
  }
  if (event.capacity !== undefined && event.taken >= event.capacity) return refuse('event-full', { capacity: event.capacity })
  return { change: { ...request, state: 'signed-up', at: now.at, handle: standing?.handle ?? handle }, move: 'take' }
}

/** What giving the seat back comes to. */
export const decideCancelSignUp = (event: PublishedEvent, standing: SignUp | undefined, now: { ms: number; at: string }): Refusal | { keep: SignUp } | { change: SignUp } => {
  if (standing?.state === 'cancelled') return { keep: standing }
  if (standing?.state !== 'signed-up') return refuse('not-signed-up')
  if (event.state === 'closed') return refuse('event-closed')
  if (Date.parse(event.endsAt) <= now.ms) return refuse('event-in-the-past')
  return { change: { ...standing, state: 'cancelled', at: now.at } }
}
