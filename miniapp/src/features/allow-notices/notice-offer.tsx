import type { NoticeKind } from '@shared/model/notice'
import { useState } from 'react'
import { clientId } from '@/api/client-id'
import { call } from '@/api/call'
import { useQuery } from '@/api/use-query'
import { usePerson } from '@/api/use-person'
import { askNotices, canAskNotices } from '@/platform/ask-notices'
import { Button, Card } from '@/ui/parts'
import { Text } from '@/ui/primitives'
import { toast } from '@/ui/toast'
import { n } from './text'

/** Older WeChat clients ask about no more at once. */
const askedAtMost = 3

const Offer = ({ kinds }: { kinds: readonly NoticeKind[] }) => {
  const person = usePerson()
  const notices = useQuery('showNotices', person && {})
  const [asking, setAsking] = useState(false)
  const offered = notices.value?.kinds.filter(({ kind }) => kinds.includes(kind)) ?? []
  if (offered.length === 0) return null
  const missing = offered.filter(({ allowed }) => allowed === 0).slice(0, askedAtMost)
  if (missing.length === 0) return <Card><Text className='q-green q-block'>✓ {n('waits')}</Text></Card>
  // WeChat asks only in answer to a tap: nothing comes before it.
  const ask = async () => {
    setAsking(true)
    const accepted = await askNotices(missing.map(({ templateId }) => templateId))
    const agreed = missing.filter(({ templateId }) => accepted.includes(templateId)).map(({ kind }) => kind)
    const reply = agreed.length > 0 ? await call('allowNotices', { id: clientId(), kinds: agreed }) : undefined
    setAsking(false)
    if (reply?.ok) notices.put(reply.value)
    toast(n(reply?.ok ? 'allowed' : 'refused'))
  }
  return (
    <Card>
      <Text className='q-strong q-block'>{n('offer')}</Text>
      <Text className='q-soft q-small q-block'>{n('offerWords')}</Text>
      <Button small kind='plain' busy={asking} onTap={() => void ask()}>{n('allow')}</Button>
    </Card>
  )
}

/** Offers notices by WeChat of these kinds, where the person is in WeChat and the stage has templates for them; else nothing. */
export const NoticeOffer = ({ kinds }: { kinds: readonly NoticeKind[] }) => (canAskNotices ? <Offer kinds={kinds} /> : null)
