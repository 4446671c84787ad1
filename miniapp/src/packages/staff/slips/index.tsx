import '../parts/staff.css'
import './slips.css'
import { isBranch } from '@shared/model/org'
import { useState } from 'react'
import { useQuery } from '@/api/use-query'
import { copyText } from '@/platform/copy-text'
import { saveText } from '@/platform/save-text'
import { t } from '@/text'
import { Page } from '@/ui/page'
import { Button, Card, Field } from '@/ui/parts'
import { Box, Select, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Empty, Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { OrgPick } from '../parts/org-pick'
import { canPrint, printPage } from '../parts/paper'
import { useMembers } from '../parts/use-members'
import { useStaff } from '../parts/use-staff'
import type { Slip, Slips } from './joined'
import { Sheets } from './slip'
import { l } from './text'
import { useSlips } from './use-slips'

const textOf = (slips: Slip[]): string => slips.map(({ name, className, code }) => (className ? l('lineClass', { name, className, code }) : l('line', { name, code }))).join('\n')

/** What was made: how many, what to mind, and the ways to hand them out. */
const Made = ({ made }: { made: Slips }) => {
  const young = made.slips.filter(({ guardianNeeded }) => guardianNeeded).length
  const copy = async () => {
    if (await copyText(textOf(made.slips))) toast(l('copied'))
  }
  return (
    <Card>
      <Text className='q-strong q-block'>{l('made', { n: made.slips.length, bound: made.bound })}</Text>
      {young > 0 && <Box className='s-warn'>{l('guardianCount', { n: young })}</Box>}
      {made.elsewhere.length > 0 && <Box className='s-warn'>{l('elsewhere', { names: made.elsewhere.join(t('listComma')) })}</Box>}
      {made.slips.length > 0 && (
        <>
          <Text className='q-soft q-block'>{l('keep')}</Text>
          <Box className='s-actions'>
            {canPrint && <Button onTap={printPage}>{l('print')}</Button>}
            <Button kind='plain' onTap={() => void copy()}>{l('copy')}</Button>
            {!canPrint && <Button kind='plain' onTap={() => void saveText(l('file'), textOf(made.slips))}>{l('share')}</Button>}
          </Box>
        </>
      )}
    </Card>
  )
}

/** Binding codes for a whole branch or class, to be printed and cut apart. */
export default function SlipsPage() {
  const staff = useStaff(true)
  const [className, setClassName] = useState('')
  const [asking, setAsking] = useState(false)
  const org = staff?.org ?? ''
  const branch = isBranch(org)
  const name = useQuery('listOrgs', staff && {}).value?.find(({ id }) => id === org)?.name ?? ''
  const members = useMembers(staff)
  const classes = [...new Set((members.items ?? []).flatMap((one) => one.className ?? []))].sort()
  const chosen = classes.includes(className) ? className : ''
  const unbound = members.more ? undefined : members.items?.filter((one) => !one.bound && (chosen === '' || one.className === chosen)).length
  const { slips, sending, trouble, make, goOn } = useSlips(org, chosen)
  const start = () => {
    setAsking(false)
    make()
  }
  return (
    <Page title={l('title')} wide>
      <Box className='paper-screen'>
        {staff && <OrgPick staff={staff} />}
        {classes.length > 1 && <Field label={l('className')}><Select label={l('className')} value={chosen || 'all'} onValue={(one) => setClassName(one === 'all' ? '' : one)} options={[['all', l('allClasses')], ...classes.map((one) => [one, one] as const)]} /></Field>}
        <Text className='q-soft q-block'>{branch ? l('intro') : l('needBranch')}</Text>
        {branch && !slips && unbound !== undefined && <Text className='q-strong q-block'>{l('unbound', { n: unbound })}</Text>}
        <Box style={{ margin: '12px 0', maxWidth: '420px' }}><Button kind={slips ? 'plain' : 'main'} disabled={!branch} busy={sending} onTap={() => setAsking(true)}>{l(slips ? 'makeAgain' : 'make')}</Button></Box>
        <Refused trouble={trouble} />
        {sending && <Box role='status'><Text className='q-block'>{l('making', { n: slips?.slips.length ?? 0 })}</Text></Box>}
        {slips?.next && !sending && <Card><Text className='q-block'>{l('stopped', { n: slips.slips.length })}</Text><Box className='s-actions'><Button onTap={goOn}>{l('goOn')}</Button></Box></Card>}
        {slips && !slips.next && (slips.slips.length + slips.elsewhere.length === 0 ? <Empty title={l('nobody')} words={l('nobodyWords')} /> : <Made made={slips} />)}
      </Box>
      {slips && slips.slips.length > 0 && <Sheets slips={slips.slips} branchName={name} expiresAt={slips.expiresAt} />}
      {asking && <Confirm title={l('make')} words={l('makeAsk')} yes={l('makeYes')} onYes={start} onNo={() => setAsking(false)} />}
    </Page>
  )
}
