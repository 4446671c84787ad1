import { useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { joined, type Slips } from './joined'

/** Codes for everyone of a branch or class, a hundred members at a time; where one call fails, what is made stays and the rest can be gone on with. They are in this page's memory only. */
export const useSlips = (org: string, className: string) => {
  const of = `${org} ${className}`
  const [held, setHeld] = useState<Slips>()
  const { send, sending, trouble } = useSend('issueBindingCodes')
  const slips = held?.of === of ? held : undefined
  const make = async (from?: Slips) => {
    let sofar = from
    do {
      const reply = await send({ id: clientId(), org, ...(className && { className }), ...(sofar?.next && { after: sofar.next }) })
      if (!reply?.ok) return
      sofar = joined(sofar, reply.value, of)
      setHeld(sofar)
    } while (sofar.next)
  }
  return { slips, sending, trouble, make: () => void make(), goOn: () => void make(slips) }
}
