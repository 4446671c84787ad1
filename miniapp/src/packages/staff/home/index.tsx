import '../parts/staff.css'
import type { Answer } from '@shared/contract/index'
import type { ApplicationState } from '@shared/model/application'
import { inScope } from '@shared/model/org'
import { isMemberIn, isOpen } from '@shared/rules/application-order'
import { useQuery } from '@/api/use-query'
import { MessagesEntry } from '@/features/list-messages/messages-entry'
import { go, useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { t } from '@/text'
import { requirementName } from '@/text/figure-words'
import { Page } from '@/ui/page'
import { Card, Heading, Row, Tag } from '@/ui/parts'
import { Bar } from '@/ui/figures'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { EventsBoard } from '../parts/events-board'
import { OrgPick } from '../parts/org-pick'
import { isGrantor } from '../parts/use-grantor'
import { type Staff, useStaff } from '../parts/use-staff'
import { s } from '../text'
import { k } from '../text/conflicts'
import { x } from '../text/exams'
import { yh } from '../text/homes'
import { lg } from '../text/league-school'
import { mt } from '../text/meetings'
import { pl } from '../text/plan'
import { tu } from '../text/turns'
import { vi } from '../text/violations'
import { p } from '../text/policy'
import { pr } from '../text/procedure'
import { shortOf } from './short-of'

type Dashboard = Answer<'showDashboard'>
type RollUp = Dashboard['rollUp']
type Requirements = Dashboard['requirements']

const Entry = ({ title, words, page, waiting, late }: { title: string; words: string; page: string; waiting?: number; late?: number }) => (
  <Card onTap={() => go(`staff/${page}`)}><Row><Box className='q-grow'><Text className='q-strong q-block'>{title}</Text><Text className='q-soft q-small q-block'>{words}</Text></Box>{late ? <Tag tone='bad'>{s('lateN', { n: late })}</Tag> : null}{waiting ? <Tag tone='wait'>{waiting}</Tag> : null}<Text className='q-green q-strong'>›</Text></Row></Card>
)

const countOf = ({ applications }: RollUp, of: (state: ApplicationState) => boolean) => Object.entries(applications).reduce((sum, [state, n]) => sum + (of(state as ApplicationState) ? n : 0), 0)

const Figures = ({ rollUp }: { rollUp: RollUp }) => {
  const rows = [[s('members'), rollUp.members], [s('eligible'), rollUp.eligible], [s('applied'), countOf(rollUp, isOpen)], [s('approvedN'), countOf(rollUp, isMemberIn)]] as const
  return <Card><Box className='s-figures'>{rows.map(([words, n]) => <Box key={words} className='s-figure'><Text className='s-figure-n'>{n}</Text><Text className='q-soft q-small'>{words}</Text></Box>)}</Box></Card>
}

const Met = ({ title, rollUp, keys }: { title: string; rollUp: RollUp; keys: string[] }) => keys.length === 0 ? null : (
  <>
    <Heading>{title}</Heading>
    <Card>
      {keys.map((key) => {
        const met = rollUp.met[key] ?? 0
        return <Box key={key} className='s-line'><Row><Text className='q-grow'>{requirementName(key)}</Text><Text className='q-num q-soft'>{met} / {rollUp.members}</Text></Row><Bar achieved={met} required={rollUp.members} label={`${met} / ${rollUp.members}`} /></Box>
      })}
    </Card>
  </>
)

const shortWords = (rollUp: RollUp, requirements: Requirements): string => {
  const short = shortOf(rollUp, requirements)
  return short ? s('shortOf', { what: requirementName(short.key), n: short.missing }) : s('nobodyShort')
}

/** Whole days that something has waited; a queue of more than seven shows at the level above (spec/admission-procedure.md). */
const daysSince = (instant: string | undefined): number => (instant === undefined ? 0 : Math.floor((Date.now() - Date.parse(instant)) / 86_400_000))

/** Organisations directly below, each with what most of its members miss; one opens on a page of its own, so that the way back is the usual one. */
const Below = ({ below, requirements }: Pick<Dashboard, 'below' | 'requirements'>) => below.length === 0 ? null : (
  <>
    <Heading>{s('below')}</Heading>
    <Box className='s-columns'>
      {below.map(({ id, name, rollUp, oldestReview }) => (
        <Card key={id} onTap={() => go('staff/home', { org: id })}>
          <Row><Text className='q-grow q-strong'>{name}</Text>{rollUp.pending > 0 && <Tag tone='wait'>{s('waitingN', { n: rollUp.pending })}</Tag>}{daysSince(oldestReview) > 7 && <Tag tone='bad'>{s('oldestN', { n: daysSince(oldestReview) })}</Tag>}</Row>
          <Text className='q-soft q-block q-num'>{s('members')} {rollUp.members} · {s('eligible')} {rollUp.eligible}</Text>
          {rollUp.members > 0 && <Text className='q-block q-small'>{shortWords(rollUp, requirements)}</Text>}
        </Card>
      ))}
    </Box>
  </>
)

const Overview = ({ staff }: { staff: Staff }) => {
  const query = useQuery('showDashboard', { org: staff.org })
  const { mine = 0, late = 0 } = useQuery('showBoard', { org: staff.org }).value ?? {}
  const homes = (useQuery('listOrgs', {}).value ?? []).some(({ id, kind }) => kind === 'home' && inScope(staff.role.scope, id))
  const pulled = usePulled(query.refresh)
  return (
    <WithQuery query={query}>
      {({ rollUp, below, requirements }) => (
        <>
          {pulled > 0 && <Box style={{ height: `${pulled}px` }} />}
          <Figures rollUp={rollUp} />
          <Box className='s-grid s-grid-3'>
            <Entry title={s('reviews')} words={s('reviewsWords')} waiting={rollUp.pending} page='reviews' />
            <Entry title={s('applications')} words={s('applicationsWords')} waiting={mine} late={late} page='applications' />
            <Entry title={mt('meetings')} words={mt('meetingsWords')} page='meetings' />
            <Entry title={s('members')} words={s('membersWords')} page='members' />
            <Entry title={s('events')} words={s('eventsWords')} page='events' />
            <Entry title={s('roster')} words={s('rosterWords')} page='roster' />
            <Entry title={s('imports')} words={s('importsWords')} page='imports' />
            <Entry title={x('roll')} words={x('rollWords')} page='roll' />
            <Entry title={x('scores')} words={x('scoresWords')} page='scores' />
            {staff.role.name !== 'branch-secretary' && <Entry title={x('questions')} words={x('questionsWords')} page='questions' />}
            {homes && <Entry title={yh('homes')} words={yh('homesWords')} page='homes' />}
            {staff.role.name !== 'branch-secretary' && <Entry title={k('spot')} words={k('spotWords')} page='spot-checks' />}
            {isGrantor(staff) && <Entry title={s('roleBoard')} words={s('roleBoardWords')} page='roles' />}
            {isGrantor(staff) && <Entry title={pl('plan')} words={pl('planWords')} page='plan' />}
            {isGrantor(staff) && (staff.role.name === 'county-committee' ? <Entry title={lg('schools')} words={lg('schoolsCounty')} page='league-schools' /> : <Entry title={lg('schools')} words={lg('schoolsWords')} page='league-school' />)}
            <Entry title={tu('turns')} words={tu('turnsWords')} page='turns' />
            {isGrantor(staff) && <Entry title={vi('check')} words={vi('checkWords')} page='violations' />}
            <Entry title={pr('procedure')} words={pr(staff.role.name === 'county-committee' ? 'procedureWords' : 'procedureWordsRead')} page='procedure' />
            <Entry title={p('rules')} words={p(staff.role.name === 'county-committee' ? 'rulesWords' : 'rulesWordsRead')} page='rules' />
            {staff.role.name === 'county-committee' && <Entry title={p('issues')} words={p('issuesWords')} page='study-issues' />}
          </Box>
          {rollUp.members === 0 ? <Empty title={s('emptyOrg')} words={s('emptyOrgWords')} /> : (
            <Box className='s-two'>
              <Box><Met title={s('metShare')} rollUp={rollUp} keys={requirements.filter(({ enforcement }) => enforcement === 'required').map(({ key }) => key)} /></Box>
              <Box><Met title={t('advisoryOnes')} rollUp={rollUp} keys={requirements.filter(({ enforcement }) => enforcement === 'advisory').map(({ key }) => key)} /></Box>
            </Box>
          )}
          <Below below={below} requirements={requirements} />
        </>
      )}
    </WithQuery>
  )
}

/** What a person's staff role has to do: the dashboard for those who review, the events for a home's manager. */
export default function StaffHome() {
  const { org } = useParams()
  const staff = useStaff(false, org)
  return (
    <Page title={s('staff')} wide noBack={org === undefined}>
      {staff && org === undefined && <Card onTap={() => go('me')}><Row><Box className='q-grow'><Text className='q-strong q-block'>{staff.person.name}</Text><Text className='q-soft q-small q-block'>{staff.role.scopeName}</Text></Box><Text className='q-soft q-small'>{s('studentSide')} ›</Text></Row></Card>}
      {staff && org === undefined && <MessagesEntry />}
      {staff && !staff.reviewer && <><Box className='s-grid'><Entry title={yh('myHome')} words={yh('myHomeWords')} page='youth-home' /></Box><EventsBoard /></>}
      {staff?.reviewer && <><OrgPick staff={staff} /><Overview key={staff.org} staff={staff} /></>}
    </Page>
  )
}
