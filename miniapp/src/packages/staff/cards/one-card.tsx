import { useState } from 'react'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { Button, Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { k } from './text'
import { useMaking } from './use-making'
import type { Whose } from './whose'

/** One person's card: made, replaced, or ended because it was lost. */
const ThisCard = ({ personId, name, branch }: Whose) => {
  const [asking, setAsking] = useState(false)
  const { trouble, clear, buttons, made, below } = useMaking({ personId, name, branch })
  const ending = useSend('cutOffCard')
  const done = () => setAsking(false)
  const cutOff = async () => {
    const reply = await ending.send({ personId, id: clientId() })
    done()
    if (!reply?.ok) return
    clear()
    toast(k(reply.value.cutOff ? 'cutOffDone' : 'cutOffNone'))
  }
  return (
    <>
      <Box className='paper-screen'>
        <Card>
          <Text className='q-strong q-block'>{k('one', { name })}</Text>
          <Text className='q-soft q-block'>{k('oneIntro')}</Text>
          <Refused trouble={trouble ?? ending.trouble} />
          <Box className='s-actions'>
            {buttons}
            <Button kind='danger' busy={ending.sending} onTap={() => setAsking(true)}>{k('cutOff')}</Button>
          </Box>
        </Card>
        {made}
      </Box>
      {below}
      {asking && <Confirm title={k('cutOff')} words={k('cutOffAsk', { name })} yes={k('cutOff')} danger busy={ending.sending} onYes={() => void cutOff()} onNo={done} />}
    </>
  )
}

export const OneCard = ({ personId }: { personId: string }) => {
  const query = useQuery('showProgress', { personId })
  return <WithQuery query={query} rows={1}>{({ person: { name, branch } }) => branch !== undefined && <ThisCard personId={personId} name={name} branch={branch} />}</WithQuery>
}
