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
import { canPrint } from '../parts/paper'
import { CardSheets } from './card-face'
import { Made } from './made'
import { k } from './text'
import { useCards } from './use-cards'

interface Whose { personId: string; name: string; branch: string }

/** One person's card: made, replaced, or ended because it was lost. */
const ThisCard = ({ personId, name, branch }: Whose) => {
  const [asking, setAsking] = useState<'renew' | 'cut-off'>()
  const { cards, sending, trouble, make, clear } = useCards(branch, { personIds: [personId] })
  const ending = useSend('cutOffCard')
  const done = () => setAsking(undefined)
  const cutOff = async () => {
    const reply = await ending.send({ personId, id: clientId() })
    done()
    if (!reply?.ok) return
    clear()
    toast(k(reply.value.cutOff ? 'cutOffDone' : 'cutOffNone'))
  }
  const renew = () => {
    done()
    make(true)
  }
  return (
    <>
      <Box className='paper-screen'>
        <Card>
          <Text className='q-strong q-block'>{k('one', { name })}</Text>
          <Text className='q-soft q-block'>{k('oneIntro')}</Text>
          <Refused trouble={trouble ?? ending.trouble} />
          <Box className='s-actions'>
            {canPrint && <Button busy={sending} onTap={() => make(false)}>{k('oneMake')}</Button>}
            {canPrint && <Button kind='plain' disabled={sending} onTap={() => setAsking('renew')}>{k('oneRenew')}</Button>}
            <Button kind='danger' busy={ending.sending} onTap={() => setAsking('cut-off')}>{k('cutOff')}</Button>
          </Box>
        </Card>
        {cards && (cards.held > 0 && cards.cards.length === 0 ? <Box className='s-warn' role='status'>{k('oneHeld', { name })}</Box> : <Made made={cards} />)}
      </Box>
      {cards && cards.cards.length > 0 && <CardSheets {...cards} />}
      {asking === 'renew' && <Confirm title={k('oneRenew')} words={k('oneRenewAsk', { name })} yes={k('oneRenew')} danger onYes={renew} onNo={done} />}
      {asking === 'cut-off' && <Confirm title={k('cutOff')} words={k('cutOffAsk', { name })} yes={k('cutOff')} danger busy={ending.sending} onYes={() => void cutOff()} onNo={done} />}
    </>
  )
}

export const OneCard = ({ personId }: { personId: string }) => {
  const query = useQuery('showProgress', { personId })
  return <WithQuery query={query} rows={1}>{({ person: { name, branch } }) => branch !== undefined && <ThisCard personId={personId} name={name} branch={branch} />}</WithQuery>
}
