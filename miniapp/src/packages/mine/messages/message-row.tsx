import type { MessageView } from '@shared/contract/messages'
import { localTime } from '@/text/local-time'
import { Card, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { messageWords } from './message-words'
import { g } from './text'

/** One message: bold with a dot, and a word for who cannot see either, while it is unread. */
export const MessageRow = ({ message: { at, unread, about }, onOpen }: { message: MessageView; onOpen: (page: string, params?: Record<string, string>) => void }) => {
  const { title, more, page, params } = messageWords(about)
  return (
    <Card onTap={() => onOpen(page, params)}>
      <Row>
        {unread && <Box className='message-dot' role='img' label={g('unread')} />}
        <Text className={unread ? 'q-grow q-strong' : 'q-grow'}>{title}</Text>
        <Text className='q-soft q-small q-num'>{localTime(at)}</Text>
        <Text className='q-green'>›</Text>
      </Row>
      <Text className='q-soft q-block q-cut'>{more}</Text>
    </Card>
  )
}
