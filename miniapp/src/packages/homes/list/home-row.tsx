import type { Answer } from '@shared/contract/index'
import { memo } from 'react'
import { OpenTag } from '@/features/youth-home/hours'
import { go } from '@/platform/navigate'
import { Card, Row, Tag } from '@/ui/parts'
import { Box, Img, Text } from '@/ui/primitives'
import { h } from '../text'

type Listed = Answer<'listYouthHomes'>['homes'][number]

/** One home: what it looks like, whether it is open, where it is. */
export const HomeRow = memo(({ home: { homeId, name, townshipName, own, visits, address, hours, notice, introduction, coverUrl } }: { home: Listed }) => (
  <Card onTap={() => go('homes/home', { id: homeId })}>
    <Row className='h-top'>
      {coverUrl ? <Img className='h-thumb' fit='aspectFill' src={coverUrl} /> : <Box className='h-nothumb' hidden>{townshipName.slice(0, 1)}</Box>}
      <Box className='q-grow'>
        <Text className='q-strong q-block'>{name}</Text>
        <Box className='h-tags'>
          {introduction !== undefined && <OpenTag hours={hours} />}
          {own && <Tag tone='info'>{h('ownTownship')}</Tag>}
          {visits > 0 && <Tag tone='info'>{h('beenDays', { n: visits })}</Tag>}
        </Box>
        <Text className='q-soft q-small h-two'>{address ?? h('notWritten')}</Text>
        {notice !== undefined && <Text className='q-amber q-small h-two'>{notice}</Text>}
      </Box>
    </Row>
  </Card>
))
