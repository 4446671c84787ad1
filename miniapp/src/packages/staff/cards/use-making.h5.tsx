import './cards.css'
import { useState } from 'react'
import { Button } from '@/ui/parts'
import { Box } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { CardSheets } from './card-face'
import { Made } from './made'
import { p } from './print-text'
import { useCards } from './use-cards'
import type { Whose } from './whose'

/** One person's card made or replaced, and shown. */
export const useMaking = ({ personId, name, branch }: Whose) => {
  const [asking, setAsking] = useState(false)
  const { cards, sending, trouble, make, clear } = useCards(branch, { personIds: [personId] })
  const done = () => setAsking(false)
  const renew = () => {
    done()
    make(true)
  }
  return {
    trouble, clear,
    buttons: (
      <>
        <Button busy={sending} onTap={() => make(false)}>{p('oneMake')}</Button>
        <Button kind='plain' disabled={sending} onTap={() => setAsking(true)}>{p('oneRenew')}</Button>
      </>
    ),
    made: cards && (cards.held > 0 && cards.cards.length === 0 ? <Box className='s-warn' role='status'>{p('oneHeld', { name })}</Box> : <Made made={cards} />),
    below: (
      <>
        {cards && cards.cards.length > 0 && <CardSheets {...cards} />}
        {asking && <Confirm title={p('oneRenew')} words={p('oneRenewAsk', { name })} yes={p('oneRenew')} danger onYes={renew} onNo={done} />}
      </>
    ),
  }
}
