import type { Answer } from '@shared/contract/index'
import { useQuery } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { localDateTime } from '@/text/format'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { WithQuery } from '@/ui/with-query'
import { tu } from '../text/turns'

type Stay = Answer<'listStays'>['items'][number]

export const placeWords = ({ branchName, className }: { branchName: string; className?: string | undefined }): string => [branchName, className].filter(Boolean).join(' ')

const lineWords = ({ kind, from, to, scanners }: Stay): string => {
  if (kind === 'phone') return scanners ? tu('cutScanners', { n: scanners }) : ''
  // Within a branch the class alone: what the branch is called now is not what it was called then.
  if (to && to.branch === from.branch && from.className && to.className) return tu('fromTo', { from: from.className, to: to.className })
  return to ? tu('fromTo', { from: placeWords(from), to: placeWords(to) }) : tu('leftClass', { from: placeWords(from) })
}

/** The lines of a person's way through branches and classes. */
export const StayLines = ({ items }: { items: Stay[] }) => (
  <Box>
    {items.length === 0 && <Text className='q-soft'>{tu('noHistory')}</Text>}
    {items.map((one) => (
      <Box key={`${one.at} ${one.kind}`} className='s-line'>
        <Row><Text className='q-grow q-strong'>{tu(`stay-${one.kind}`)}</Text><Text className='q-soft q-small q-num'>{localDateTime(one.at)}</Text></Row>
        {lineWords(one) !== '' && <Text className='q-block'>{lineWords(one)}</Text>}
        <Text className='q-soft q-small q-block'>{[one.byName, one.why].filter(Boolean).join(' · ')}</Text>
      </Box>
    ))}
  </Box>
)

/** Where somebody is and was, and the ways to move them or to cut off a lost phone. */
export const Stays = ({ personId }: { personId: string }) => {
  const query = useQuery('listStays', { personId })
  return (
    <>
      <Heading>{tu('history')}</Heading>
      <WithQuery query={query} rows={1}>
        {({ now, graduated, items }) => (
          <Card>
            {now && <Row><Text className='q-grow'>{placeWords(now)}</Text>{graduated !== undefined && <Tag tone='wait'>{tu('graduatedIn', { year: graduated })}</Tag>}</Row>}
            <StayLines items={items.slice(0, 6)} />
            <Box className='s-actions'>
              {graduated === undefined && <Button small kind='plain' onTap={() => go('staff/move-member', { id: personId })}>{tu('moveShort')}</Button>}
              <Button small kind='plain' onTap={() => go('staff/lost-phone', { id: personId })}>{tu('lostPhone')}</Button>
            </Box>
          </Card>
        )}
      </WithQuery>
    </>
  )
}
