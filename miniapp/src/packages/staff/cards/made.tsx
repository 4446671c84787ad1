import { t } from '@/text'
import { Button, Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { printPage } from '../parts/paper'
import type { Cards } from './joined'
import { k } from './text'

/** What was made: how many, what to mind, and the printer. */
export const Made = ({ made }: { made: Cards }) => {
  const visits = made.cards.filter(({ visitsOnly }) => visitsOnly).length
  if (made.cards.length + made.ended.length === 0) return <Empty title={k('nobody')} words={made.held > 0 ? k('nobodyWords') : undefined} />
  return (
    <Card>
      <Text className='q-strong q-block'>{k('made', { n: made.cards.length })}</Text>
      {made.held > 0 && <Text className='q-soft q-block'>{k('held', { n: made.held })}</Text>}
      {visits > 0 && <Box className='s-warn'>{k('visitsOnly', { n: visits })}</Box>}
      {made.ended.length > 0 && <Box className='s-warn'>{k('ended', { names: made.ended.join(t('listComma')) })}</Box>}
      {made.cards.length > 0 && <><Box className='s-actions'><Button onTap={printPage}>{k('print')}</Button></Box><Text className='q-soft q-block cards-keep'>{k('keep')}</Text></>}
    </Card>
  )
}
