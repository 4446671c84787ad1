import type { SignUp } from '@shared/model/event'
import { addDays, at } from './calendar'
import type { DemoEvent } from './events'
import type { DemoStudent } from './people'
import { randomOf } from './random'

/** Who had signed up for a past event (whoever came, and a few who did not), who dropped in, and who has signed up for those to come: near their home, never more than there are seats. */
export const signUpsOf = (events: readonly DemoEvent[], students: readonly DemoStudent[], cameTo: ReadonlyMap<string, readonly string[]>, today: string): SignUp[] => {
  const byId = new Map(students.map((student) => [student.personId, student]))
  return events.flatMap((event) => {
    const random = randomOf(`sign-ups ${event.eventId}`)
    const of = (personId: string, state: SignUp['state'], when: string): SignUp => ({
      eventId: event.eventId, personId, name: byId.get(personId)?.name ?? '', branch: byId.get(personId)?.branch, state, at: when, ...((state === 'signed-up' || state === 'waiting') && { handle: random.token(22) }),
    })
    const came = cameTo.get(event.eventId) ?? []
    if (event.category === 'youth-home') return came.map((personId) => of(personId, 'walk-in', event.startsAt))
    const near = students.filter(({ home }) => home === event.host || !event.host.endsWith('.home'))
    if (event.waiting !== undefined && event.capacity !== undefined) {
      const all = random.sample(near.map(({ personId }) => personId), event.capacity + event.waiting)
      const taken = event.capacity
      return all.map((personId, i) => ({ ...of(personId, i < taken ? 'signed-up' : 'waiting', at(addDays(today, -2), 8 * 60 + 7 * i)), ...(i >= taken && { number: i - taken + 1 }) }))
    }
    const wanted = event.date < today ? random.int(0, 2) : random.int(2, Math.min(12, event.capacity ?? 12))
    const others = random.sample(near.map(({ personId }) => personId).filter((personId) => !came.includes(personId)), wanted)
    const from = event.date < today ? event.date : today
    return [...came, ...others].slice(0, event.capacity).map((personId) => of(personId, 'signed-up', at(addDays(from, -random.int(1, 5)), random.int(8 * 60, 21 * 60))))
  })
}
