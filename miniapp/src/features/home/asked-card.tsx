import { keptAnswer } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { t } from '@/text'
import { Card, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'

/** Whom one still has something to say about, as their page last knew it: the first screen costs one call. A message tells of new ones. */
export const AskedCard = () => {
  const waiting = keptAnswer('showTasks', {})?.items.filter(({ spoken }) => !spoken) ?? []
  if (waiting.length === 0) return null
  return (
    <Card onTap={() => go('people/asked')}>
      <Row>
        <Box className='q-grow'><Text className='q-strong q-block'>{t('asked')}</Text><Text className='q-soft q-block'>{[...new Set(waiting.map(({ name }) => name))].join('、')}</Text></Box>
        <Text className='q-green q-strong'>›</Text>
      </Row>
    </Card>
  )
}
