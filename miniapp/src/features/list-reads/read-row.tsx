import type { ReadView } from '@shared/contract/reads'
import { t } from '@/text'
import { localTime } from '@/text/format'
import { Card, Row } from '@/ui/parts'
import { Text } from '@/ui/primitives'

/** One reader on one day: who, by which role, when, and what. */
export const ReadRow = ({ read: { date, name, role, scopeName, firstAt, lastAt, parts } }: { read: ReadView }) => {
  const [from, until] = [localTime(firstAt), localTime(lastAt)]
  return (
    <Card>
      <Row><Text className='q-grow q-strong q-cut'>{name}</Text><Text className='q-soft q-num'>{date} {from === until ? from : `${from}–${until}`}</Text></Row>
      <Text className='q-soft q-block'>{scopeName} · {t(`role-${role}`)}</Text>
      <Text className='q-block'>{t('lookedAt', { parts: parts.map((part) => t(`part-${part}`)).join(t('listComma')) })}</Text>
    </Card>
  )
}
