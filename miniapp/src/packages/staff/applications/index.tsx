import '../parts/staff.css'
import { memo, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { applicationStates } from '@shared/model/application'
import { usePages } from '@/api/use-pages'
import { useQuery } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { requirementName } from '@/text/figure-words'
import { localDateTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Card, Chips, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { ApplicationDetail } from '../parts/application-detail'
import { stateName } from '../parts/application-words'
import { WithAside } from '../parts/aside'
import { narrow } from '../parts/narrow'
import { OrgPick } from '../parts/org-pick'
import { useStaff } from '../parts/use-staff'
import { useWide } from '../parts/use-wide'
import { s } from '../text'

type Application = Answer<'listApplications'>['items'][number]
const states = applicationStates

const ApplicationCard = memo(({ one: { person, at, eligible, unmet }, org, chosen, onOpen }: { one: Application; org: string; chosen: boolean; onOpen: (personId: string) => void }) => (
  <Card className={chosen ? 's-row-on' : ''} onTap={() => onOpen(person.personId)}>
    <Row><Text className='q-grow q-strong'>{person.name}</Text><Tag tone={eligible ? 'good' : 'wait'}>{eligible ? s('allMet') : s('missingN', { n: unmet.length })}</Tag></Row>
    <Text className='q-soft q-small q-block'>{[person.branch !== org && person.branchName, localDateTime(at)].filter(Boolean).join(' · ')}</Text>
    {unmet.length > 0 && <Text className='q-small q-block'>{s('missingList', { what: unmet.map(requirementName).join(s('listComma')) })}</Text>}
  </Card>
))

const Beside = ({ personId, onDecided }: { personId: string; onDecided: () => void }) => <ApplicationDetail query={useQuery('showApplication', { personId })} onDecided={onDecided} />
const openApplication = (id: string) => go('staff/application', { id })

/** Applications by where they stand; those that wait for the branch first. */
export default function Applications() {
  const staff = useStaff(true)
  const wide = useWide()
  const [state, setState] = useState<(typeof states)[number]>('applied')
  const [open, setOpen] = useState<string>()
  const all = usePages('listApplications', staff && { org: staff.org, limit: 100 })
  const narrowed = usePages('listApplications', staff && all.more ? { org: staff.org, state } : undefined)
  const pages = narrow(all, narrowed, (one) => one.state === state)
  const pulled = usePulled(pages.refresh)
  const opened = pages.items?.find(({ person }) => person.personId === open)?.person
  return (
    <Page title={s('applications')} wide pulled={pulled}>
      {staff && <OrgPick staff={staff} />}
      <Box className='s-tools'><Chips label={s('applications')} value={state} onValue={setState} options={states.map((one) => [one, stateName(one)] as const)} /></Box>
      <WithAside title={opened?.name ?? ''} empty={s('chooseApplication')} onClose={() => setOpen(undefined)} detail={opened && <Beside key={opened.personId} personId={opened.personId} onDecided={() => void pages.refresh()} />} list={
        <Box>
          <WithQuery query={{ ...pages, value: pages.items }}>
            {(items) => items.length === 0 ? <Empty title={s('noApplications')} /> : items.map((one) => <ApplicationCard key={one.person.personId} one={one} org={staff?.org ?? ''} chosen={one.person.personId === open} onOpen={wide ? setOpen : openApplication} />)}
          </WithQuery>
          {pages.more && <ListEnd pages={pages} />}
        </Box>
      } />
    </Page>
  )
}
