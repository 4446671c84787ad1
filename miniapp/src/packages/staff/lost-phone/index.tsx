import '../parts/staff.css'
import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { useParams } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { Button, Card, Field } from '@/ui/parts'
import { Box, Text, TextArea } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { CodeSheet } from '../parts/code-sheet'
import { type Picked, PickMember } from '../parts/pick-member'
import { placeWords, StayLines } from '../parts/stays'
import { type Staff, useStaff } from '../parts/use-staff'
import { tu } from '../text/turns'

type Done = Answer<'replacePhone'>

const Form = ({ staff, known }: { staff: Staff; known: Picked | undefined }) => {
  const [picked, setPicked] = useState(known)
  const [why, setWhy] = useState('')
  const [checked, setChecked] = useState(false)
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<Done & { name: string }>()
  const [code, setCode] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble, clear } = useSend('replacePhone')
  const history = useQuery('listStays', picked && { personId: picked.personId })
  const put = (one: Picked | undefined) => {
    id.current = clientId()
    clear()
    setDone(undefined)
    setPicked(one)
  }
  const ask = () => {
    setChecked(true)
    if (!picked || why.trim() === '') return buzz(false)
    setAsking(true)
  }
  const cutOff = async () => {
    if (!picked) return
    const reply = await send({ personId: picked.personId, id: id.current, why: why.trim() })
    setAsking(false)
    if (!reply?.ok) return
    setDone({ ...reply.value, name: picked.name })
    setCode(true)
    id.current = clientId()
    setWhy('')
    setChecked(false)
    void history.refresh()
  }
  return (
    <Box className='s-two'>
      <Box>
        <Text className='q-soft q-block s-intro'>{tu('lostIntro')}</Text>
        {known ? <Card><Text className='q-strong q-block'>{known.name}</Text><Text className='q-soft q-small q-block'>{known.where}</Text></Card> : <PickMember org={staff.role.scope} label={tu('findWho')} picked={picked} fault={checked && !picked ? tu('needPerson') : undefined} onPick={put} />}
        <Field label={tu('why')} id='why' hint={tu('whyHint')} fault={checked && why.trim() === '' ? tu('needWhy') : undefined}><TextArea id='why' label={tu('why')} value={why} onValue={setWhy} maxLength={200} rows={2} /></Field>
        <Refused trouble={trouble} />
        <Button kind='danger' busy={sending} onTap={ask}>{tu('cutOff')}</Button>
      </Box>
      <Box>
        {done && <Card><Text className='q-strong q-green q-block'>{tu('cutDone')}</Text>{!done.wasBound && <Text className='q-block'>{tu('wasNotBound')}</Text>}{done.scanners > 0 && <Text className='q-block q-num'>{tu('cutScanners', { n: done.scanners })}</Text>}{done.passKeys > 0 && <Text className='q-block q-num'>{tu('cutKeys', { n: done.passKeys })}</Text>}</Card>}
        {picked && history.value && <Card><Text className='q-soft q-small q-block'>{tu('history')}</Text><StayLines items={history.value.items.slice(0, 8)} /></Card>}
      </Box>
      {asking && picked && <Confirm title={tu('lostPhone')} words={tu('cutOffAsk', { name: picked.name })} yes={tu('cutOff')} danger busy={sending} onYes={() => void cutOff()} onNo={() => setAsking(false)} />}
      {code && done && <CodeSheet name={done.name} code={done.code} expiresAt={done.expiresAt} onClose={() => setCode(false)} />}
    </Box>
  )
}

/** A member's lost phone, cut off in one go; opened from their page for them, else they are found first. */
export default function LostPhone() {
  const staff = useStaff(true)
  const { id } = useParams()
  const member = useQuery('showProgress', staff && id ? { personId: id } : undefined)
  const stays = useQuery('listStays', staff && id ? { personId: id } : undefined)
  const known = id && member.value && stays.value ? { personId: id, name: member.value.person.name, where: stays.value.now ? placeWords(stays.value.now) : '' } : undefined
  return <Page title={tu('lostPhone')} wide>{staff && (!id || known) && <Form staff={staff} known={known} />}</Page>
}
