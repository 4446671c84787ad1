import { useMemo, useState } from 'react'
import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { holdsPass } from '@/features/sign-up/kept-pass'
import { useSwitchPerson } from '@/features/switch-person/use-switch-person'
import { useParams } from '@/platform/navigate'
import { makeText } from '@/text/make'
import { Page } from '@/ui/page'
import { Card, Chips } from '@/ui/parts'
import { Box, Img, Text } from '@/ui/primitives'
import { ErrorState, Refused, Skeleton } from '@/ui/states'
import { qrPicture } from '../qr-picture'
import { usePass } from '../use-pass'

const p = makeText(
  { title: '我的活动码', note: '到场和离场时，请负责人各扫一次', next: '{n} 秒后换新码', offline: '没有网络也能用；截图不能用', code: '活动码', whose: '谁的活动码' },
  { title: 'My pass', note: 'Show it when you come and when you leave', next: 'New code in {n} s', offline: 'Works without a network; a screenshot does not', code: 'Pass', whose: 'Whose pass' },
)

/** Who shares this WeChat identity, as the phone last heard: a press shows the pass that is kept for them, with a network or without; where there is none, the app goes on as them and makes it. */
const Whose = ({ personId, shown, eventId, onShow }: { personId: string; shown: string; eventId: string; onShow: (one: { personId: string; name: string }) => void }) => {
  const people = useQuery('listPeople', {}).value?.people ?? []
  const { to, trouble } = useSwitchPerson({ page: 'pass/pass', params: { id: eventId } })
  if (people.length < 2) return null
  const choose = (next: string) => {
    const one = people.find((each) => each.personId === next)
    if (one && (next === personId || holdsPass(next, eventId))) onShow(one)
    else to(next)
  }
  return (
    <Box style={{ marginBottom: '12px' }}>
      <Chips label={p('whose')} options={people.map((one) => [one.personId, one.name] as const)} value={shown} onValue={choose} />
      <Refused trouble={trouble} />
    </Box>
  )
}

/** A code that changes every 30 s, drawn and signed on this phone. */
export default function PassPage() {
  const person = usePerson()
  const { id } = useParams()
  const [other, setOther] = useState<{ personId: string; name: string }>()
  const shown = other ?? person
  const { text, seconds, trouble, retry } = usePass(shown?.personId, id)
  const picture = useMemo(() => text && qrPicture(text), [text])
  return (
    <Page title={p('title')}>
      {person && shown && id && <Whose personId={person.personId} shown={shown.personId} eventId={id} onShow={(one) => setOther(one)} />}
      {!picture && (trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton rows={1} />)}
      {picture && (
        <Card>
          <Box style={{ textAlign: 'center' }}>
            <Text className='q-strong q-title q-block'>{shown?.name ?? ''}</Text>
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
