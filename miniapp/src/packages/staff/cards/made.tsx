import { t } from '@/text'
import { Button, Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { printPage } from '../parts/paper'
import type { Cards } from './joined'
import { p } from './print-text'

/** What was made: how many, what to mind, and the printer. */
export const Made = ({ made }: { made: Cards }) => {
  const visits = made.cards.filter(({ visitsOnly }) => visitsOnly).length
  if (made.cards.length + made.ended.length === 0) return <Empty title={p('nobody')} words={made.held > 0 ? p('nobodyWords') : undefined} />
  return (
    <Card>
      <Text className='q-strong q-block'>{p('made', { n: made.cards.length })}</Text>
      {made.held > 0 && <Text className='q-soft q-block'>{p('held', { n: made.held })}</Text>}
      {visits > 0 && <Box className='s-warn'>{p('visitsOnly', { n: visits })}</Box>}
      {made.ended.length > 0 && <Box className='s-warn'>{p('ended', { names: made.ended.join(t('listComma')) })}</Box>}
      {made.cards.length > 0 && <><Box className='s-actions'><Button onTap={printPage}>{p('print')}</Button></Box><Text className='q-soft q-block cards-keep'>{p('keep')}</Text></>}
    </Card>
  )
}
