import '../parts/staff.css'
import { useState } from 'react'
import type { Answer } from '@shared/contract/index'
import type { ApplicationState } from '@shared/model/application'
import { isBranch } from '@shared/model/org'
import { usePages } from '@/api/use-pages'
import { useQuery } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { Button, Card, Chips, Heading, Row, Tag } from '@/ui/parts'
import { Box, Select, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { actTogether, whoTogether } from '../acts/bulk'
import { BulkSheet } from '../acts/bulk-sheet'
import { ac } from '../acts/text'
import { useBulk } from '../acts/use-bulk'
import { ApplicationDetail } from '../parts/application-detail'
import { actName, stateName } from '../parts/application-words'
import { WithAside } from '../parts/aside'
import { OrgPick } from '../parts/org-pick'
import { useStaff } from '../parts/use-staff'
import { useWide } from '../parts/use-wide'
import { s } from '../text'
import { ApplicationCard, ChoiceRow } from './card'
import { groupsOf } from './groups'
import { bo } from './text'

type Board = Answer<'showBoard'>
type Only = 'mine' | 'late' | 'escalated' | 'all'
type State = ApplicationState | 'every'
/** Roll-ups follow the ledger by about a second. */
const followed = 1_500

const Beside = ({ personId, onDecided }: { personId: string; onDecided: () => void }) => <ApplicationDetail query={useQuery('showApplication', { personId })} onDecided={onDecided} />
const openApplication = (id: string) => go('staff/application', { id })

/** What is seen: what waits for the caller, what is late, what waits too long below, or all; and of these one state. */
const Filters = ({ board, above, only, state, onOnly, onState }: { board: Board; above: boolean; only: Only; state: State; onOnly: (only: Only) => void; onState: (state: State) => void }) => (
  <Box className='s-board-filters'>
    <Chips<Only> label={bo('board')} value={only} onValue={onOnly} options={[['mine', bo('filterMine', { n: board.mine })], ['late', bo('filterLate', { n: board.late })], ...(above ? [['escalated', bo('filterEscalated', { days: board.escalateAfterDays, n: board.escalated })] as const] : []), ['all', bo('all')]]} />
    <Box className='s-under-field'><Select label={bo('byState')} value={state} onValue={(next) => onState(next as State)} options={[['every', bo('everyState')], ...board.states.map((one) => [one.state, bo('stateN', { state: stateName(one.state), n: one.n })] as const)]} /></Box>
  </Box>
)

/** Organisations directly below with what is late there; one opens its own board. */
const Below = ({ board, onOpen }: { board: Board; onOpen: (org: string) => void }) => board.below.length === 0 ? null : (
  <>
    <Heading>{bo('below')}</Heading>
    {board.below.map(({ id, name, late, escalated }) => <Card key={id} onTap={() => onOpen(id)}><Row><Text className='q-grow q-strong'>{name}</Text>{late > 0 && <Tag tone='bad'>{bo('belowLate', { n: late })}</Tag>}{escalated > 0 && <Tag tone='wait'>{bo('belowWaits', { days: board.escalateAfterDays, n: escalated })}</Tag>}</Row></Card>)}
  </>
)

/** Applications by state: who waits for whom, since when, what is late. Several that wait for the same may be done together. */
export default function Applications() {
  const staff = useStaff(true)
  const wide = useWide()
  const [chosenOnly, setOnly] = useState<Only>()
  const [state, setState] = useState<State>('every')
  const [open, setOpen] = useState<string>()
  const [together, setTogether] = useState<string>()
  const [on, setOn] = useState<ReadonlySet<string>>(new Set())
  const [form, setForm] = useState(false)
  const bulk = useBulk()
  const board = useQuery('showBoard', staff && { org: staff.org })
  const only = chosenOnly ?? (board.value && board.value.mine === 0 ? 'all' : 'mine')
  const pages = usePages('listApplications', staff && (chosenOnly || board.value || board.trouble) ? { org: staff.org, limit: 100, ...(only !== 'all' && { only }), ...(state !== 'every' && { state }) } : undefined)
  const refresh = async () => { await Promise.all([board.refresh(), pages.refresh()]) }
  const refreshTwice = () => {
    void refresh()
    setTimeout(() => void refresh(), followed)
  }
  const pulled = usePulled(refresh)
  const items = pages.items ?? []
  const opened = items.find(({ person }) => person.personId === open)?.person
  const choosable = together ? whoTogether(items, together) : []
  const chosen = choosable.filter(({ person }) => on.has(person.personId))
  const stop = () => { setTogether(undefined); setOn(new Set()); bulk.forget() }
  const toggle = (personId: string) => setOn((now) => new Set(now.has(personId) ? [...now].filter((one) => one !== personId) : [...now, personId]))
  const narrowTo = (change: () => void) => { stop(); change() }
  const groups = together ? [] : groupsOf(items)
  return (
    <Page title={s('applications')} wide pulled={pulled}>
      {staff && <OrgPick staff={staff} />}
      {board.value && <Filters board={board.value} above={staff !== undefined && !isBranch(staff.org)} only={only} state={state} onOnly={(to) => narrowTo(() => setOnly(to))} onState={(to) => narrowTo(() => setState(to))} />}
      <WithAside title={opened?.name ?? ''} empty={s('chooseApplication')} onClose={() => setOpen(undefined)} detail={wide && opened && <Beside key={opened.personId} personId={opened.personId} onDecided={refreshTwice} />} list={
        <Box>
          <WithQuery query={{ ...pages, value: pages.items }}>
            {(all) => (
              <>
                {all.length === 0 && <Empty title={bo(only === 'mine' ? 'nobodyMine' : only === 'late' ? 'nobodyLate' : 'nobody')} />}
                {together && <Row className='s-select'><Text className='q-grow q-strong'>{ac('together', { what: actName(together) })}</Text><Button small kind='plain' onTap={() => setOn(new Set(chosen.length === choosable.length ? [] : choosable.map(({ person }) => person.personId)))}>{ac(chosen.length === choosable.length ? 'chooseNone' : 'chooseAll')}</Button></Row>}
                {choosable.map((one) => <ChoiceRow key={one.person.personId} one={one} org={staff?.org ?? ''} on={on.has(one.person.personId)} refused={bulk.refused.get(one.person.personId)} onToggle={toggle} />)}
                {groups.map((group) => {
                  const act = actTogether(group.items)
                  return (
                    <Box key={group.state}>
                      <Row className='s-group'><Box className='q-grow'><Heading>{bo('groupN', { state: stateName(group.state), n: group.items.length })}</Heading></Box>{act && <Button small kind='plain' label={`${ac('startBulk')}：${actName(act)}`} onTap={() => { setTogether(act); setOpen(undefined) }}>{ac('startBulk')}</Button>}</Row>
                      {group.items.map((one) => <ApplicationCard key={one.person.personId} one={one} org={staff?.org ?? ''} chosen={one.person.personId === open} onOpen={wide ? setOpen : openApplication} />)}
                    </Box>
                  )
                })}
              </>
            )}
          </WithQuery>
          {pages.more && <ListEnd pages={pages} />}
          {together && <Box className='s-bar'><Button kind='plain' onTap={stop}>{ac('stopBulk')}</Button><Button disabled={chosen.length === 0} onTap={() => setForm(true)}>{ac('doFor', { n: chosen.length })}</Button></Box>}
          {!together && board.value && <Below board={board.value} onOpen={(org) => narrowTo(() => staff?.setOrg(org))} />}
        </Box>
      } />
      <Box>{form && together && <BulkSheet act={together} people={chosen} bulk={bulk} onClose={() => setForm(false)} onDone={(done) => { setOn((now) => new Set([...now].filter((one) => !done.has(one)))); refreshTwice() }} />}</Box>
    </Page>
  )
}
