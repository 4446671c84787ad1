import type { Answer, EndpointName, Input } from '@shared/contract/index'
import { send } from '@/platform/http'
import { restartAt } from '@/platform/navigate'
import { readProblem, type Reply, trouble } from './reply'
import { requestOf } from './request-of'
import { currentSession, endSession, openSession, type Session } from './session'

const base = process.env.TARO_APP_API ?? ''
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms))

const attempt = async <T>(name: EndpointName, input: Record<string, unknown>): Promise<Reply<T>> => {
  const { method, path, body } = requestOf(name, input)
  const token = currentSession()?.token
  const reply = await send({
    method, url: base + path,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body }),
  })
  if (!reply) return trouble('offline')
  return reply.status < 300 ? { ok: true, value: reply.body as T } : readProblem(reply.status, reply.body)
}

let renewing: Promise<void> | undefined
/** The contract asks to renew when less than a third of a session is left; sessions last hours, so ten minutes before the end is the latest for a slow phone. */
const renewIfNear = async (): Promise<void> => {
  const session = currentSession()
  if (!session || session.expiresAt * 1000 - Date.now() > 10 * 60_000) return
  renewing ??= attempt<Session>('renewSession', {}).then((r) => {
    if (r.ok) openSession(r.value)
    renewing = undefined
  })
  await renewing
}

/**
 * Calls an endpoint of the contract. Reads, and writes that carry the client's `id`, are tried once more when no answer came or the server failed:
 * the same id gives the same answer. A session that has ended leads to the sign-in page.
 */
export const call = async <N extends EndpointName>(name: N, input: Input<N>): Promise<Reply<Answer<N>>> => {
  const given = (input ?? {}) as Record<string, unknown>
  const open = name === 'signIn' || name === 'listDemoAccounts'
  if (!open) await renewIfNear()
  let reply = await attempt<Answer<N>>(name, given)
  const again = name.startsWith('show') || name.startsWith('list') || name === 'home' || 'id' in given
  if (!reply.ok && again && (reply.trouble.code === 'offline' || reply.trouble.code === 'fault')) {
    await wait(400)
    reply = await attempt<Answer<N>>(name, given)
  }
  if (!reply.ok && !open && (reply.trouble.code === 'session-ended' || reply.trouble.code === 'not-signed-in')) {
    endSession()
    restartAt('sign-in')
  }
  return reply
}
