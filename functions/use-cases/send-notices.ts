import { noticeOf } from '../core/notice-of'
import { openIdsOf } from '../store/identities'
import { readMessage } from '../store/messages'
import { claimNotice, dropNotice, forgetAllowance, readAllowance, readWaitingNotices, releaseNotice, useAllowance, type WaitingNotice } from '../store/notices'
import { readMe } from '../store/people'
import { type Context, instantOf, type NoticeTemplate } from './context'

/** `not-allowed`: the user takes none of this kind, or is none of this app's; a fault is of how we are set up, with WeChat's number. */
export type NoticeOutcome = 'sent' | 'busy' | 'not-allowed' | { fault: number }
export type SendNotice = (openId: string, template: NoticeTemplate, said: { what: string; outcome: string; at: string; page: string }) => Promise<NoticeOutcome>

/** Where a notice leads in the app. */
const page = 'packages/mine/messages/index'
/** Longer than a run may take: whoever died at a notice gives it back by this. */
const claimMs = 120_000
const runMs = 40_000

/** A notice with what it needs to be sent; undefined where there is nobody, or nothing (any more), to send it to. */
const readyToSend = async (context: Context, { personId, at, messageId, kind }: WaitingNotice) => {
  const [message, me] = await Promise.all([readMessage(context.table, personId, at, messageId), readMe(context.table, personId)])
  const [template, notice, identity] = [context.config.noticeTemplates?.[kind], message && noticeOf(message.about), me?.identity]
  if (!template || !notice || identity === undefined) return undefined
  const [allowance, openIds] = await Promise.all([readAllowance(context.table, identity), openIdsOf(context.table, identity, context.config.weChatAppId)])
  return (allowance[kind] ?? 0) > 0 && openIds.length > 0 ? { template, identity, openIds, said: { what: notice.what, outcome: notice.outcome, at, page } } : undefined
}

/** Sends one to the person's WeChat, of several the first that takes it. A consent is one sending: it is used up by it, and forgotten where WeChat says there is none. */
const sendOne = async (context: Context, send: SendNotice, notice: WaitingNotice): Promise<NoticeOutcome> => {
  const ready = await readyToSend(context, notice)
  if (!ready) return 'not-allowed'
  for (const openId of ready.openIds) {
    const outcome = await send(openId, ready.template, ready.said)
    if (outcome === 'sent') await useAllowance(context.table, ready.identity, notice.kind)
    if (outcome !== 'not-allowed') return outcome
  }
  await forgetAllowance(context.table, ready.identity, notice.kind)
  return 'not-allowed'
}

/**
 * Sends a county's waiting notices, oldest first, while there is time. Where WeChat is busy or away the run ends and all goes on waiting; one that WeChat
 * finds fault with is let go, and holds up no other. `claim` is a parameter so that a test can take the guard away.
 * @throws Error that names the faults, when all had their turn: somebody has to look at how templates and account are set up
 */
export const sendNotices = async (context: Context, send: SendNotice, countyId: string, claim: typeof claimNotice = claimNotice): Promise<{ sent: number; busy: boolean }> => {
  const until = context.now() + runMs
  const faults: number[] = []
  let sent = 0
  let after: string | undefined
  do {
    const { items, next } = await readWaitingNotices(context.table, countyId, 50, after)
    for (const notice of items) {
      const now = context.now()
      if (now >= until) return { sent, busy: false }
      if (!(await claim(context.table, notice, instantOf(now), instantOf(now + claimMs)))) continue
      const outcome = await sendOne(context, send, notice)
      if (outcome === 'busy') {
        await releaseNotice(context.table, notice)
        return { sent, busy: true }
      }
      await dropNotice(context.table, notice)
      if (outcome === 'sent') sent += 1
      else if (outcome !== 'not-allowed') faults.push(outcome.fault)
    }
    after = next
  } while (after !== undefined)
  if (faults.length > 0) throw new Error(`WeChat finds fault with ${faults.length} notices: errcode ${[...new Set(faults)].join(', ')}`)
  return { sent, busy: false }
}
