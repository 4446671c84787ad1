import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import { useSend } from '@/api/use-send'
import { keep, kept } from '@/platform/storage'
import { type Cards, joined } from './joined'

/** Which request made the last cards: with it they are shown again. The cards themselves are in the page's memory only. */
const lastKey = (of: string) => `cards:${currentPerson()?.personId}:${of}`

/** Cards for a branch, a class or one person, a hundred members a call; where one fails, what is made stays and the rest can be gone on with. */
export const useCards = (org: string, whom: { className?: string; personIds?: string[] }) => {
  const of = JSON.stringify([org, whom])
  const [held, setHeld] = useState<Cards>()
  const renewing = useRef(false)
  const { send, sending, trouble } = useSend('issueCards')
  const cards = held?.of === of ? held : undefined
  const last = kept<string>(lastKey(of))
  const make = async (id: string, from?: Cards) => {
    let sofar = from
    do {
      const reply = await send({ id, org, ...whom, renew: renewing.current, ...(sofar?.next && { after: sofar.next }) })
      if (!reply?.ok) return
      sofar = joined(sofar, reply.value, of, id)
      if (sofar.cards.length) keep(lastKey(of), id)
      setHeld(sofar)
    } while (sofar.next)
  }
  const begin = (id: string, renew: boolean) => {
    renewing.current = renew
    void make(id)
  }
  return {
    cards, sending, trouble, last: last !== cards?.id ? last : undefined,
    make: (renew: boolean) => begin(clientId(), renew), again: () => last !== undefined && begin(last, false), goOn: () => cards && void make(cards.id, cards), clear: () => setHeld(undefined),
  }
}
