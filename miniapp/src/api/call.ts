import type { Answer, EndpointName, Input } from '@shared/contract/index'
import { send } from '@/platform/http'
import { isAt, restartAt } from '@/platform/navigate'
import { wechatCode } from '@/platform/wechat-login'
import { readProblem, type Reply, trouble } from './reply'
import { requestOf } from './request-of'
import { moment, noteAnswer, serverNow } from './server-clock'
import { currentPerson, currentSession, endSession, openSession, type Session } from './session'

const base = process.env.TARO_APP_API ?? ''
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms))

const attempt = async <T>(name: EndpointName, input: Record<string, unknown>, token: string | undefined): Promise<Reply<T>> => {
  const { method, path, body } = requestOf(name, input)
  const asked = moment()
  const reply = await send({
    method, url: base + path,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body }),
  })
  if (!reply) return trouble('offline')
  noteAnswer(reply.date, asked)
  return reply.status < 300 ? { ok: true, value: reply.body as T } : readProblem(reply.status, reply.body)
}

let renewing: Promise<void> | undefined
/** The contract asks to renew when less than a third of a session is left; sessions last hours, so ten minutes before the end is the latest for a slow phone. */
const renewIfNear = async (): Promise<void> => {
  const session = currentSession()
  if (!session || session.expiresAt * 1000 - serverNow() > 10 * 60_000) return
  renewing ??= attempt<Session>('renewSession', {}, session.token).then((r) => {
    // Not over the session of somebody who was switched to meanwhile.
    if (r.ok && currentSession() === session) openSession(r.value)
    renewing = undefined
  })
  await renewing
}

let signing: Promise<boolean> | undefined
/** In WeChat whoever was signed in is so again without being asked, while WeChat's user is still bound to them; a browser has no such way. */
const signInAgain = (personId: string): Promise<boolean> => {
  const again = async () => {
    const code = await wechatCode().catch(() => undefined)
    const reply = code ? await attempt<Session>('signIn', { provider: 'wechat', code }, undefined) : undefined
    const same = reply?.ok === true && reply.value.person?.personId === personId && currentPerson()?.personId === personId
    if (same) openSession(reply.value)
    return same
  }
  signing ??= again().finally(() => { signing = undefined })
  return signing
}
/** A session that ran out while there was no network takes nobody away from the scanner: it says so, and scans wait on. One that was ended for another reason does. */
const scansOn = (): boolean => isAt('staff/check-in') && (currentSession()?.expiresAt ?? 0) * 1000 <= serverNow()

/**
 * Calls an endpoint of the contract. Reads, and writes that carry the client's `id`, are tried once more when no answer came or the server failed:
 * the same id gives the same answer. Every try is the same person's, whoever is switched to meanwhile. A session that has ended is opened anew where that can be done unseen,
 * and else leads to the sign-in page.
 */
export const call = async <N extends EndpointName>(name: N, input: Input<N>): Promise<Reply<Answer<N>>> => {
  const given = (input ?? {}) as Record<string, unknown>
  const open = name === 'signIn' || name === 'listDemoAccounts'
  const who = currentPerson()?.personId
  if (!open) await renewIfNear()
  if (currentPerson()?.personId !== who) return trouble('offline')
  const token = currentSession()?.token
  let reply = await attempt<Answer<N>>(name, given, token)
  const again = name.startsWith('show') || name.startsWith('list') || name === 'home' || 'id' in given
  if (!reply.ok && again && (reply.trouble.code === 'offline' || reply.trouble.code === 'fault')) {
    await wait(400)
    reply = await attempt<Answer<N>>(name, given, token)
  }
  if (!reply.ok && !open && currentSession()?.token === token && (reply.trouble.code === 'session-ended' || reply.trouble.code === 'not-signed-in')) {
    if (who !== undefined && (await signInAgain(who))) return attempt<Answer<N>>(name, given, currentSession()?.token)
    if (scansOn() || currentSession()?.token !== token) return reply
    endSession()
    restartAt('sign-in')
  }
  return reply
}
