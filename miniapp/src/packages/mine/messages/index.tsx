import './index.css'
import { noticeKinds } from '@shared/model/notice'
import { usePages } from '@/api/use-pages'
import { usePerson } from '@/api/use-person'
import { useSend } from '@/api/use-send'
import { NoticeOffer } from '@/features/allow-notices/notice-offer'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { t } from '@/text'
import { localDate } from '@/text/local-time'
import { Page } from '@/ui/page'
import { Button, Heading } from '@/ui/parts'
import { Box } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { byDay } from './by-day'
import { MessageRow } from './message-row'
import { g } from './text'

const dayWords = (day: string): string => {
  const now = Date.now()
  return day === localDate(now) ? g('today') : day === localDate(now - 86_400_000) ? g('yesterday') : day
}

/** Everything one was told, by day. A message that is opened is read with all before it; those above it stay unread. */
export default function MessagesPage() {
  const person = usePerson()
  const pages = usePages('listMessages', person && {})
  const { send, sending, trouble } = useSend('markRead')
  const pulled = usePulled(pages.refresh)
  const readTo = async ({ at, messageId }: { at: string; messageId: string }) => {
    if ((await send({ at, messageId }))?.ok) await pages.refresh()
  }
  return (
    <Page title={t('messages')} pulled={pulled}>
      <NoticeOffer kinds={noticeKinds} />
      <Refused trouble={trouble} />
      <WithQuery query={{ ...pages, value: pages.items }}>
        {(items) => (
          <>
            {items[0] && items.some(({ unread }) => unread) && <Box className='message-top'><Button small kind='plain' busy={sending} onTap={() => items[0] && void readTo(items[0])}>{g('allRead')}</Button></Box>}
            {items.length === 0 ? <Empty title={g('empty')} words={g('emptyWords')} /> : byDay(items).map(({ day, messages }) => (
              <Box key={day}>
                <Heading>{dayWords(day)}</Heading>
                {messages.map((message) => <MessageRow key={`${message.at}-${message.messageId}`} message={message} onOpen={(page, params) => { if (message.unread) void readTo(message); go(page, params) }} />)}
              </Box>
            ))}
          </>
        )}
      </WithQuery>
      <ListEnd pages={pages} />
    </Page>
  )
}
