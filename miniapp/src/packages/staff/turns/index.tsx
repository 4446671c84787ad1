import '../parts/staff.css'
import { useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { localDateTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { isGrantor } from '../parts/use-grantor'
import { useStaff } from '../parts/use-staff'
import { WhySheet } from '../parts/why-sheet'
import { placeWords } from '../parts/stays'
import { tu } from '../text/turns'

type Move = Answer<'listMoves'>['items'][number]

const Entry = ({ title, words, page }: { title: string; words: string; page: string }) => (
  <Card onTap={() => go(`staff/${page}`)}><Row><Box className='q-grow'><Text className='q-strong q-block'>{title}</Text><Text className='q-soft q-small q-block'>{words}</Text></Box><Text className='q-green q-strong'>›</Text></Row></Card>
)

/** One change of branch that waits, with what the reader can say to it. */
const OpenMove = ({ move, onDone }: { move: Move; onDone: () => void }) => {
  const [refusing, setRefusing] = useState(false)
  const { send, sending, trouble } = useSend('decideMove')
  const decide = async (to: 'accepted' | 'refused' | 'withdrawn', words?: string) => {
    const reply = await send({ personId: move.personId, moveId: move.moveId, to, ...(words && { words }) })
    if (!reply?.ok) return onDone()
    toast(tu(to))
    setRefusing(false)
    onDone()
  }
  return (
    <Card>
      <Row><Text className='q-grow q-strong'>{move.name}</Text><Tag tone='wait'>{tu(move.asks === 'old' ? 'asksOld' : 'asksNew')}</Tag></Row>
      <Text className='q-block'>{tu('fromTo', { from: placeWords(move.from), to: placeWords(move.to) })}</Text>
      <Text className='q-soft q-small q-block'>{move.why}</Text>
      <Text className='q-soft q-small q-block q-num'>{tu('byAt', { who: move.byName, time: localDateTime(move.at) })}</Text>
      {!refusing && <Refused trouble={trouble} />}
      {move.mayDecide && <Box className='s-actions'><Button kind='plain' disabled={sending} onTap={() => setRefusing(true)}>{tu('refuse')}</Button><Button busy={sending} onTap={() => void decide('accepted')}>{tu(move.asks === 'old' ? 'agree' : 'accept')}</Button></Box>}
      {!move.mayDecide && move.mayWithdraw && <Box className='s-actions'><Button small kind='plain' busy={sending} onTap={() => void decide('withdrawn')}>{tu('withdraw')}</Button></Box>}
      {refusing && <WhySheet title={tu('refuseTitle')} words={tu('fromTo', { from: placeWords(move.from), to: placeWords(move.to) })} yes={tu('refuse')} needed busy={sending} trouble={trouble} onYes={(words) => void decide('refused', words)} onClose={() => setRefusing(false)} />}
    </Card>
  )
}

/** The year's turns, one screen each, and the moves that wait for an answer. */
export default function Turns() {
  const staff = useStaff(true)
  const moves = useQuery('listMoves', staff && { org: staff.role.scope })
  const pulled = usePulled(moves.refresh)
  return (
    <Page title={tu('turns')} wide pulled={pulled}>
      {staff && (
        <>
          <Box className='s-grid s-grid-3'>
            {isGrantor(staff) && <Entry title={tu('rollover')} words={tu('rolloverWords')} page='rollover' />}
            <Entry title={tu('transfers')} words={tu('transfersWords')} page='transfers' />
            <Entry title={tu('claim')} words={tu('claimWords')} page='move-member' />
            <Entry title={tu('handover')} words={tu('handoverWords')} page='handover' />
            <Entry title={tu('lostPhone')} words={tu('lostPhoneWords')} page='lost-phone' />
          </Box>
          <Heading>{tu('openMoves')}</Heading>
          <WithQuery query={moves} rows={2}>
            {({ items }) => items.length === 0 ? <Card><Text className='q-soft'>{tu('noMoves')}</Text></Card> : <Box className='s-columns'>{items.map((move) => <OpenMove key={move.moveId} move={move} onDone={() => void moves.refresh()} />)}</Box>}
          </WithQuery>
        </>
      )}
    </Page>
  )
}
