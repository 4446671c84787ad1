import '../parts/staff.css'
import type { Answer } from '@shared/contract/index'
import { useQuery } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { requirementName } from '@/text/figure-words'
import { Page } from '@/ui/page'
import { Button, Card, Heading, Row } from '@/ui/parts'
import { Bar } from '@/ui/figures'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { OrgPick } from '../parts/org-pick'
import { type Staff, useStaff } from '../parts/use-staff'
import { s } from '../text'

type RollUp = Answer<'showDashboard'>['rollUp']

const Entry = ({ title, words, page }: { title: string; words: string; page: string }) => (
  <Card onTap={() => go(`staff/${page}`)} label={title}><Row><Box className='q-grow'><Text className='q-strong q-block'>{title}</Text><Text className='q-soft q-small q-block'>{words}</Text></Box><Text className='q-green q-strong'>›</Text></Row></Card>
)

const Figures = ({ rollUp }: { rollUp: RollUp }) => {
  const rows = [[s('members'), rollUp.members], [s('eligible'), rollUp.eligible], [s('pending'), rollUp.pending], [s('applied'), rollUp.applications.applied]] as const
  return <Card><Box className='s-figures'>{rows.map(([words, n]) => <Box key={words} className='s-figure'><Text className='s-figure-n'>{n}</Text><Text className='q-soft q-small'>{words}</Text></Box>)}</Box></Card>
}

const Met = ({ rollUp }: { rollUp: RollUp }) => (
  <>
    <Heading>{s('metShare')}</Heading>
    <Card>
      {Object.entries(rollUp.met).map(([key, met]) => (
        <Box key={key} className='s-line'><Row><Text className='q-grow'>{requirementName(key)}</Text><Text className='q-num q-soft'>{met} / {rollUp.members}</Text></Row><Bar achieved={met} required={rollUp.members} label={`${met} / ${rollUp.members}`} /></Box>
      ))}
    </Card>
  </>
)

const Overview = ({ staff }: { staff: Staff }) => {
  const query = useQuery('showDashboard', { org: staff.org })
  const pulled = usePulled(query.refresh)
  return (
    <WithQuery query={query}>
      {({ rollUp, below }) => (
        <>
          {pulled > 0 && <Box style={{ height: `${pulled}px` }} />}
          <Figures rollUp={rollUp} />
          <Box className='s-grid'>
            <Entry title={s('reviews')} words={s('reviewsWords', { n: rollUp.pending })} page='reviews' />
            <Entry title={s('members')} words={s('membersWords')} page='members' />
            <Entry title={s('applications')} words={s('applicationsWords', { n: rollUp.applications.applied })} page='applications' />
            <Entry title={s('roster')} words={s('rosterWords')} page='roster' />
            <Entry title={s('events')} words={s('eventsWords')} page='events' />
          </Box>
          {rollUp.members === 0 ? <Empty title={s('emptyOrg')} words={s('emptyOrgWords')} /> : <Met rollUp={rollUp} />}
          {below.length > 0 && <Heading>{s('below')}</Heading>}
          {below.map((one) => (
            <Card key={one.id} onTap={() => staff.setOrg(one.id)} label={s('openOrg', { name: one.name })}>
              <Row><Text className='q-grow q-strong'>{one.name}</Text><Text className='q-soft q-num'>{s('members')} {one.rollUp.members} · {s('eligible')} {one.rollUp.eligible} · {s('pending')} {one.rollUp.pending}</Text></Row>
            </Card>
          ))}
        </>
      )}
    </WithQuery>
  )
}

/** What a person's staff role has to do: the dashboard for those who review, the events for a home's manager. */
export default function StaffHome() {
  const staff = useStaff()
  return (
    <Page title={s('staff')} wide noBack>
      {staff && <Card onTap={() => go('me', { staff: '1' })} label={s('studentSide')}><Row><Box className='q-grow'><Text className='q-strong q-block'>{staff.person.name}</Text><Text className='q-soft q-small q-block'>{staff.role.scopeName}</Text></Box><Text className='q-soft q-small'>{s('studentSide')} ›</Text></Row></Card>}
      {staff && !staff.reviewer && <><Entry title={s('events')} words={s('eventsWords')} page='events' /><Button onTap={() => go('staff/publish-event')}>{s('publish')}</Button></>}
      {staff?.reviewer && <><OrgPick staff={staff} /><Overview key={staff.org} staff={staff} /></>}
    </Page>
  )
}
