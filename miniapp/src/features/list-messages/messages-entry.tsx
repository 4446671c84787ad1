import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { t } from '@/text'
import { Card, Row, Tag } from '@/ui/parts'
import { Text } from '@/ui/primitives'

/** The way to one's messages, with how many are unread: asked for on its own, so that no first screen waits for it. */
export const MessagesEntry = () => {
  const person = usePerson()
  const { unread = 0 } = useQuery('countUnread', person && {}).value ?? {}
  return (
    <Card onTap={() => go('mine/messages')}>
      <Row><Text className='q-grow q-strong'>{t('messages')}</Text>{unread > 0 && <Tag tone='bad'>{t('unreadN', { n: unread > 99 ? '99+' : unread })}</Tag>}<Text className='q-green'>›</Text></Row>
    </Card>
  )
}
