import { useRef, useState } from 'react'
import { call } from '@/api/call'
import { clientId } from '@/api/client-id'
import type { Trouble } from '@/api/reply'
import { type BulkWhat, bulkPart, type Item, type Outcome } from './bulk'

export interface Bulk {
  done: number
  all: number
  sending: boolean
  trouble: Trouble | undefined
}

/** Sends one act about several, part by part. Whoever was done leaves the choice; who was not stays in it with why. A part that was lost is sent again under the same ids. */
export const useBulk = () => {
  const [bulk, setBulk] = useState<Bulk>({ done: 0, all: 0, sending: false, trouble: undefined })
  const [refused, setRefused] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const ids = useRef(new Map<string, string>())
  const idOf = (personId: string) => ids.current.get(personId) ?? ids.current.set(personId, clientId()).get(personId) ?? ''
  const send = async (what: BulkWhat, people: readonly Item[]): Promise<Outcome[]> => {
    const outcomes: Outcome[] = []
    setBulk({ done: 0, all: people.length, sending: true, trouble: undefined })
    let trouble: Trouble | undefined
    for (let i = 0; i < people.length && !trouble; i += bulkPart) {
      const part = people.slice(i, i + bulkPart).map(({ person: { personId }, version }) => ({ personId, id: idOf(personId), version }))
      const reply = await call('actOnApplications', { what, people: part })
      if (reply.ok) outcomes.push(...reply.value.outcomes)
      else trouble = reply.trouble
      setBulk({ done: outcomes.length, all: people.length, sending: true, trouble })
    }
    for (const { personId } of outcomes) ids.current.delete(personId)
    setRefused(new Map(outcomes.flatMap((one) => (one.ok ? [] : [[one.personId, one] as const]))))
    setBulk((now) => ({ ...now, sending: false, trouble }))
    return outcomes
  }
  return { ...bulk, refused, send, fresh: () => ids.current.clear(), forget: () => setRefused(new Map()) }
}
