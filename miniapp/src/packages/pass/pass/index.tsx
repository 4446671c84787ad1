import { useMemo } from 'react'
import { usePerson } from '@/api/use-person'
import { useParams } from '@/platform/navigate'
import { makeText } from '@/text/make'
import { Page } from '@/ui/page'
import { Card } from '@/ui/parts'
import { Box, Img, Text } from '@/ui/primitives'
import { ErrorState, Skeleton } from '@/ui/states'
import { qrPicture } from '../qr-picture'
import { usePass } from '../use-pass'

const p = makeText(
  { title: '我的活动码', note: '到场和离场时，请负责人各扫一次', next: '{n} 秒后换新码', offline: '没有网络也能用；截图不能用', code: '活动码' },
  { title: 'My pass', note: 'Show it when you come and when you leave', next: 'New code in {n} s', offline: 'Works without a network; a screenshot does not', code: 'Pass' },
)

/** A code that changes every 30 s, drawn and signed on this phone. */
export default function PassPage() {
  const person = usePerson()
  const { id } = useParams()
  const { text, seconds, trouble, retry } = usePass(person && id)
  const picture = useMemo(() => text && qrPicture(text), [text])
  return (
    <Page title={p('title')}>
      {!picture && (trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton rows={1} />)}
      {picture && (
        <Card>
          <Box style={{ textAlign: 'center' }}>
            <Text className='q-strong q-title q-block'>{person?.name ?? ''}</Text>
            <Img src={picture} alt={p('code')} style={{ width: '280px', height: '280px', margin: '12px auto', display: 'block' }} />
            <Text className='q-num q-block'>{p('next', { n: seconds })}</Text>
            <Text className='q-soft q-block'>{p('note')}</Text>
            <Text className='q-soft q-small q-block'>{p('offline')}</Text>
          </Box>
        </Card>
      )}
    </Page>
  )
}
