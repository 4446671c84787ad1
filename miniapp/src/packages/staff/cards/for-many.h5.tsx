import './cards.css'
import { isBranch } from '@shared/model/org'
import { useState } from 'react'
import { Button, Card, Field } from '@/ui/parts'
import { Box, Select, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { OrgPick } from '../parts/org-pick'
import { useMembers } from '../parts/use-members'
import type { Staff } from '../parts/use-staff'
import { CardSheets } from './card-face'
import { Made } from './made'
import { p } from './print-text'
import { useCards } from './use-cards'

/** Cards for a whole branch or one of its classes. */
export const ForMany = ({ staff }: { staff: Staff }) => {
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
        {classes.length > 1 && <Field label={p('className')}><Select label={p('className')} value={chosen || 'all'} onValue={(one) => setClassName(one === 'all' ? '' : one)} options={[['all', p('allClasses')], ...classes.map((one) => [one, one] as const)]} /></Field>}
        <Text className='q-soft q-block'>{branch ? p('intro') : p('needBranch')}</Text>
        {branch && (
          <Box className='cards-ways'>
            <Button kind={cards ? 'plain' : 'main'} busy={sending} onTap={() => make(false)}>{p('make')}</Button>
            <Text className='q-soft q-small q-block'>{p('makeHint')}</Text>
            {last !== undefined && <Button kind='plain' disabled={sending} onTap={again}>{p('again')}</Button>}
            <Button kind='plain' disabled={sending} onTap={() => setAsking(true)}>{p('renewAll')}</Button>
          </Box>
        )}
        <Refused trouble={trouble} />
        {sending && <Box role='status'><Text className='q-block'>{p('making', { n: cards?.cards.length ?? 0 })}</Text></Box>}
        {cards?.next && !sending && <Card><Text className='q-block'>{p('stopped', { n: cards.cards.length })}</Text><Box className='s-actions'><Button onTap={goOn}>{p('goOn')}</Button></Box></Card>}
        {cards && !cards.next && <Made made={cards} />}
      </Box>
      {cards && cards.cards.length > 0 && <CardSheets {...cards} />}
      {asking && <Confirm title={p('renewAll')} words={p('renewAsk', { who: chosen || p('wholeBranch') })} yes={p('renewYes')} danger onYes={renew} onNo={() => setAsking(false)} />}
    </>
  )
}
