import { addDays, at } from './calendar'
import type { DemoEvent } from './events'
import type { DemoStudent } from './people'
import { randomOf } from './random'

export interface DemoSignUp {
  eventId: string
  personId: string
  at: string
}

/** Who had signed up for a past event (whoever came, and a few who did not), and who has for those to come: near their home, and never more than there are seats. */
export const signUpsOf = (events: readonly DemoEvent[], students: readonly DemoStudent[], cameTo: ReadonlyMap<string, readonly string[]>, today: string): DemoSignUp[] =>
  events.flatMap((event) => {
    if (event.category === 'youth-home') return []
    const random = randomOf(`sign-ups ${event.eventId}`)
    const near = students.filter(({ home }) => home === event.host || !event.host.endsWith('.home'))
    const came = cameTo.get(event.eventId) ?? []
    const wanted = event.date < today ? random.int(0, 2) : random.int(2, Math.min(12, event.capacity ?? 12))
    const others = random.sample(near.map(({ personId }) => personId).filter((personId) => !came.includes(personId)), wanted)
    const from = event.date < today ? event.date : today
    return [...came, ...others].slice(0, event.capacity).map((personId) => ({ eventId: event.eventId, personId, at: at(addDays(from, -random.int(1, 5)), random.int(8 * 60, 21 * 60)) }))
  })
