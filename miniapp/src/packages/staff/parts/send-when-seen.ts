import type { Reply } from '@/api/reply'

const [tries, everyMs] = [10, 1500]

/** Sends what names photos. They are looked at after they arrive, mostly within a second or two: until then the same request is made again. `onWait` hears that it waits. */
export const sendWhenSeen = async <A>(send: () => Promise<Reply<A> | undefined>, onWait: (waiting: boolean) => void): Promise<Reply<A> | undefined> => {
  let reply = await send()
  for (let i = 0; i < tries && reply && !reply.ok && reply.trouble.code === 'photo-not-ready'; i++) {
    onWait(true)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    reply = await send()
  }
  onWait(false)
  return reply
}
