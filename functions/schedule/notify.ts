import type { Context } from '../use-cases/context'
import { eachInSpite } from '../use-cases/each-in-spite'
import { type SendNotice, sendNotices } from '../use-cases/send-notices'

/** Every minute: the notices that wait to be sent by WeChat. Apart from the stream, so that WeChat, however slow or away, holds up nothing. Without an account that sends, nothing is done. */
export const notify = (context: Context, send: SendNotice | undefined, counties: string[]) => async (): Promise<{ sent: number }> => {
  let sent = 0
  if (send) await eachInSpite(counties, async (county) => void (sent += (await sendNotices(context, send, county)).sent))
  return { sent }
}
