import { noticeOf } from '../core/notice-of'
import { type Key, getItem } from '../store/table'
import { personOf } from '../store/keys'
import type { StoredMessage } from '../store/messages'
import { queueNotice as put, readAllowance } from '../store/notices'
import { readMe } from '../store/people'
import type { Context } from './context'
import { countyOfPerson } from './county-of-person'
import { untilDecided } from './until-decided'

/** What is older is no news to WeChat: the inbox has it. */
const newsSeconds = 3 * 86_400

/** Lets a new message wait for WeChat, where its person allowed a notice of its kind. Once: the message is marked with it, and one that is marked waits no more. */
export const queueNotice = async (context: Context, key: Key): Promise<void> => {
  const personId = personOf(key.pk)
  await untilDecided(context, async () => {
    const message = await getItem<StoredMessage & { noticed?: true }>(context.table, key, true)
    const notice = message && !message.noticed && noticeOf(message.about)
    const expiresAt = Math.floor(Date.parse(message?.at ?? '') / 1000) + newsSeconds
    if (!message || !notice || expiresAt * 1000 < context.now()) return true
    const me = await readMe(context.table, personId)
    const county = me && countyOfPerson(me)
    if (county === undefined || me?.identity === undefined || !((await readAllowance(context.table, me.identity))[notice.kind] ?? 0)) return true
    return (await put(context.table, county, { personId, at: message.at, messageId: message.messageId, kind: notice.kind }, expiresAt)) || undefined
  })
}
