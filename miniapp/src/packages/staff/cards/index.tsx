import '../parts/staff.css'
import './cards.css'
import { isBranch } from '@shared/model/org'
import { useState } from 'react'
import { useParams } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { Button, Card, Field } from '@/ui/parts'
import { Box, Select, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused, Skeleton } from '@/ui/states'
import { OrgPick } from '../parts/org-pick'
import { canPrint } from '../parts/paper'
import { useMembers } from '../parts/use-members'
import { type Staff, useStaff } from '../parts/use-staff'
import { CardSheets } from './card-face'
import { Made } from './made'
import { OneCard } from './one-card'
import { k } from './text'
import { useCards } from './use-cards'

/** Cards for a whole branch or one of its classes. */
const ForMany = ({ staff }: { staff: Staff }) => {
  const [className, setClassName] = useState('')
  const [asking, setAsking] = useState(false)
  const { org } = staff
  const branch = isBranch(org)
  const members = useMembers(staff)
  const classes = [...new Set((members.items ?? []).flatMap((one) => one.className ?? []))].sort()
  const chosen = classes.includes(className) ? className : ''
  const { cards, sending, trouble, last, make, again, goOn } = useCards(org, chosen ? { className: chosen } : {})
  const renew = () => {
    setAsking(false)
    make(true)
  }
  return (
    <>
      <Box className='paper-screen'>
        <OrgPick staff={staff} />
        {classes.length > 1 && <Field label={k('className')}><Select label={k('className')} value={chosen || 'all'} onValue={(one) => setClassName(one === 'all' ? '' : one)} options={[['all', k('allClasses')], ...classes.map((one) => [one, one] as const)]} /></Field>}
        <Text className='q-soft q-block'>{branch ? k('intro') : k('needBranch')}</Text>
        {branch && (
          <Box className='cards-ways'>
            <Button kind={cards ? 'plain' : 'main'} busy={sending} onTap={() => make(false)}>{k('make')}</Button>
            <Text className='q-soft q-small q-block'>{k('makeHint')}</Text>
            {last !== undefined && <Button kind='plain' disabled={sending} onTap={again}>{k('again')}</Button>}
            <Button kind='plain' disabled={sending} onTap={() => setAsking(true)}>{k('renewAll')}</Button>
          </Box>
        )}
        <Refused trouble={trouble} />
        {sending && <Box role='status'><Text className='q-block'>{k('making', { n: cards?.cards.length ?? 0 })}</Text></Box>}
        {cards?.next && !sending && <Card><Text className='q-block'>{k('stopped', { n: cards.cards.length })}</Text><Box className='s-actions'><Button onTap={goOn}>{k('goOn')}</Button></Box></Card>}
        {cards && !cards.next && <Made made={cards} />}
      </Box>
      {cards && cards.cards.length > 0 && <CardSheets {...cards} />}
      {asking && <Confirm title={k('renewAll')} words={k('renewAsk', { who: chosen || k('wholeBranch') })} yes={k('renewYes')} danger onYes={renew} onNo={() => setAsking(false)} />}
    </>
  )
}

/** Printed cards for members without a phone of their own: for a class, or for the one whose page led here. */
export default function CardsPage() {
  const staff = useStaff(true)
  const { id } = useParams()
  return (
    <Page title={k('title')} wide>
      {!canPrint && <Box className='s-warn'>{k('onComputer')}</Box>}
      {!staff ? <Skeleton /> : id ? <OneCard personId={id} /> : canPrint && <ForMany staff={staff} />}
    </Page>
  )
}
