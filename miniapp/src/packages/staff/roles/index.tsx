import '../parts/staff.css'
import { useState } from 'react'
import { useQuery } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { Button, Chips } from '@/ui/parts'
import { Box } from '@/ui/primitives'
import { WithQuery } from '@/ui/with-query'
import { OrgPick } from '../parts/org-pick'
import { type Staff, useGrantor } from '../parts/use-grantor'
import { s } from '../text'
import { History } from './history'
import { Holders } from './holders'
import { OpenGrants } from './open-grants'

type View = 'open' | 'holders' | 'history'

const Board = ({ staff }: { staff: Staff }) => {
  const [chosen, setChosen] = useState<View>()
  const first = useQuery('listRoleGrants', { org: staff.org })
  const pulled = usePulled(first.refresh)
  const open = first.value?.open ?? []
  const view = chosen ?? (open.length > 0 ? 'open' : 'holders')
  const views = [['open', open.length ? s('toApproveN', { n: open.length }) : s('toApprove')], ['holders', s('holders')], ['history', s('roleHistory')]] as const
  return (
    <>
      {pulled > 0 && <Box style={{ height: `${pulled}px` }} />}
      <Box className='s-tools'><Chips label={s('roleView')} value={view} onValue={setChosen} options={views} /><Button small kind='plain' onTap={() => go('staff/propose-role')}>{s('proposeEntry')}</Button></Box>
      {view === 'open' && <WithQuery query={first}>{(value) => <OpenGrants open={value.open} countySecretaries={value.countySecretaries} onChanged={() => void first.refresh()} />}</WithQuery>}
      {view === 'holders' && <Holders key={staff.org} org={staff.org} onChanged={() => void first.refresh()} />}
      {view === 'history' && <History org={staff.org} />}
    </>
  )
}

/** Staff roles at and below an organisation: what waits for a second person, who holds what, and how it came to be. */
export default function Roles() {
  const staff = useGrantor()
  return <Page title={s('roleBoard')} wide>{staff && <><OrgPick staff={staff} kinds={['county', 'school', 'township', 'branch', 'home']} /><Board key={staff.org} staff={staff} /></>}</Page>
}
