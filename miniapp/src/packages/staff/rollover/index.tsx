import '../parts/staff.css'
import { useState } from 'react'
import { useQuery } from '@/api/use-query'
import { buzz } from '@/platform/haptic'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { Bar } from '@/ui/figures'
import { Page } from '@/ui/page'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text, TextInput } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { OrgPick } from '../parts/org-pick'
import { useGrantor } from '../parts/use-grantor'
import { tu, type TurnKey } from '../text/turns'
import { Latest, Past } from './latest'
import { changedNames, type ClassRow, faultsOf, linesOf, namesOf, rowsOf, type Turns } from './plan-form'
import { type Preview, useTurn } from './use-turn'

const codes: Record<string, TurnKey> = { 'unknown-class': 'lineUnknown', twice: 'lineTwice' }
const mostNames = 60

/** One class: what it is called next year, or that it graduates. */
const ClassLine = ({ row, fault, onChange }: { row: ClassRow; fault: TurnKey | undefined; onChange: (next: Partial<ClassRow>) => void }) => (
  <Box className={`s-line ${fault ? 'q-field q-bad' : ''}`}>
    <Row><Text className='q-grow q-strong'>{row.className}</Text><Text className='q-soft q-small q-num'>{tu('classCount', { n: row.members, of: row.leagueMembers })}</Text></Row>
    {!row.graduates && <Text className='q-soft q-small s-small-label'>{tu('nextName')}</Text>}
    <Row>
      <Box className='q-grow'>{row.graduates ? <Tag tone='info'>{tu('graduates')}</Tag> : <TextInput label={`${row.className} ${tu('nextName')}`} value={row.to} invalid={fault !== undefined} onValue={(to) => onChange({ to })} maxLength={40} />}</Box>
      <Button small kind='plain' label={`${row.className} ${tu(row.graduates ? 'notGraduate' : 'graduate')}`} onTap={() => onChange({ graduates: !row.graduates, to: row.to || row.className })}>{tu(row.graduates ? 'notGraduate' : 'graduate')}</Button>
    </Row>
    {fault && <Box className='q-fault' role='alert'>{tu(fault)}</Box>}
  </Box>
)

/** Every change of a turn, class by class, before it is made. */
const Sure = ({ preview, turns, running, onBack, onStart }: { preview: Preview; turns: Turns; running: ReturnType<typeof useTurn>; onBack: () => void; onStart: () => void }) => {
  const lines = preview.lines ?? []
  const all = lines.reduce((sum, { people }) => sum + people.length, 0)
  const leaving = lines.reduce((sum, { people, to }) => sum + (to ? 0 : people.length), 0)
  const [open, setOpen] = useState<string>()
  const { busy, done, waiting, trouble } = running
  return (
    <>
      <Heading>{tu('preview')}</Heading>
      <Text className='q-soft q-block s-intro'>{tu('previewWords', { n: all, g: leaving })}</Text>
      <Card>
        {lines.map(({ branch, className, to, people }) => {
          const key = `${branch} ${className}`
          return (
            <Box key={key} className='s-line'>
              <Row><Text className='q-grow'><Text className='q-strong'>{className}</Text> → {to ? to.className : tu('graduates')}</Text><Text className='q-soft q-small q-num'>{people.length}</Text>{people.length > 0 && <Button small kind='plain' label={`${className} ${tu('who')}`} onTap={() => setOpen(open === key ? undefined : key)}>{tu('who')}</Button>}</Row>
              {open === key && <Text className='q-soft q-small q-block'>{people.slice(0, mostNames).map(({ name }) => name).join('、')}{people.length > mostNames ? ` ${tu('more', { n: people.length })}` : ''}</Text>}
            </Box>
          )
        })}
        {(preview.branches ?? []).filter(({ was, now }) => was !== now).map(({ branch, was, now }) => <Box key={branch} className='s-line'><Text>{was} → {now}</Text></Box>)}
      </Card>
      {turns.unplaced > 0 && <Text className='q-soft q-small q-block'>{tu('unplaced', { n: turns.unplaced })}</Text>}
      <Box role='status' live='polite'>{(busy || waiting !== undefined) && <><Text className='q-block q-num'>{tu('runningN', { n: done, of: all })}</Text><Bar achieved={done} required={all} label={tu('runningN', { n: done, of: all })} /></>}</Box>
      {!busy && waiting !== undefined && waiting > 0 && <Box className='s-warn' role='alert'>{tu('waitingN', { n: waiting })}</Box>}
      <Refused trouble={trouble} />
      <Box className='s-actions'><Button kind='plain' disabled={busy} onTap={onBack}>{tu('edit')}</Button><Button busy={busy} onTap={onStart}>{tu(waiting ? 'goOn' : 'start')}</Button></Box>
    </>
  )
}

const Plan = ({ turns, onDone }: { turns: Turns; onDone: () => void }) => {
  const [rows, setRows] = useState(() => rowsOf(turns))
  const [names, setNames] = useState(() => namesOf(turns))
  const [told, setTold] = useState<Record<string, TurnKey>>({})
  const [preview, setPreview] = useState<Preview>()
  const running = useTurn()
  const faults = { ...told, ...faultsOf(rows, names) }
  const sent = { org: turns.school, lines: linesOf(rows), names: changedNames(names) }
  const look = async () => {
    if (Object.keys(faultsOf(rows, names)).length) return buzz(false)
    setPreview(await running.preview(sent))
  }
  const start = async () => {
    if (!(await running.run(sent))) return
    toast(tu('done'))
    onDone()
  }
  if (preview) return <Sure preview={preview} turns={turns} running={running} onBack={() => setPreview(undefined)} onStart={() => void start()} />
  const { trouble } = running
  const errors = trouble?.errors ?? []
  const faultOf = (row: ClassRow, i: number): TurnKey | undefined => faults[row.key] ?? errors.flatMap(({ path, code }) => (path.startsWith(`lines[${i}]`) ? [codes[code] ?? ('fieldWrong' as const)] : []))[0]
  return (
    <>
      <Heading>{tu('summer', { year: turns.year })}</Heading>
      <Text className='q-soft q-block s-intro'>{tu('planWords')}</Text>
      <Box className='s-columns'>
        {names.filter(({ branch }) => rows.some((row) => row.branch === branch)).map((named) => (
          <Card key={named.branch}>
            <Box className={faults[named.branch] ? 'q-field q-bad' : ''}><Text className='q-soft q-small s-small-label'>{`${tu('branchName')} · ${named.was}`}</Text><TextInput label={`${named.was} ${tu('branchName')}`} value={named.name} onValue={(name) => setNames(names.map((one) => (one.branch === named.branch ? { ...one, name } : one)))} maxLength={60} />{faults[named.branch] && <Box className='q-fault' role='alert'>{tu(faults[named.branch] as TurnKey)}</Box>}</Box>
            {rows.map((row, i) => row.branch === named.branch && <ClassLine key={row.key} row={row} fault={faultOf(row, i)} onChange={(next) => { setTold({}); setRows(rows.map((one) => (one.key === row.key ? { ...one, ...next } : one))) }} />)}
          </Card>
        ))}
      </Box>
      {turns.unplaced > 0 && <Text className='q-soft q-small q-block'>{tu('unplaced', { n: turns.unplaced })}</Text>}
      <Refused trouble={trouble} />
      <Box style={{ marginTop: '16px' }}><Button busy={running.busy} onTap={() => void look()}>{tu('toPreview')}</Button></Box>
    </>
  )
}

/** The plan of the next turn. A school that has gone up this year is asked first whether it is to go up once more. */
const Next = ({ turns, onDone }: { turns: Turns; onDone: () => void }) => {
  const [again, setAgain] = useState(false)
  const { state, at } = turns.latest ?? {}
  if (state === 'running' || state === 'undoing') return null
  if (state === 'done' && at?.startsWith(String(turns.year)) && !again) return <Card><Text className='q-soft q-block'>{tu('upAlready', { year: turns.year })}</Text><Box className='s-actions'><Button small kind='plain' onTap={() => setAgain(true)}>{tu('upAgain')}</Button></Box></Card>
  return <Plan turns={turns} onDone={onDone} />
}

/** A school's turn of the year: what each class becomes, seen before it is done, done in parts, undone within a day. */
export default function Rollover() {
  const staff = useGrantor()
  const { org: asked } = useParams()
  const org = staff && (asked ?? staff.org)
  const school = org?.split('.').length === 2 ? org : undefined
  const query = useQuery('showTurns', school === undefined ? undefined : { org: school })
  const pulled = usePulled(query.refresh)
  return (
    <Page title={tu('rollover')} wide pulled={pulled}>
      {staff && asked === undefined && <OrgPick staff={staff} kinds={['school']} label={tu('chooseSchool')} />}
      {staff && school === undefined && <Empty title={tu('chooseSchool')} words={tu('rolloverWords')} />}
      {school !== undefined && (
        <WithQuery query={query} rows={4}>
          {(turns) => (
            <>
              {turns.latest && <Latest org={school} turn={turns.latest} onChanged={() => void query.refresh()} />}
              {turns.classes.length === 0 ? <Empty title={tu('noClasses')} /> : <Next key={`${school} ${turns.latest?.turnId} ${turns.latest?.state}`} turns={turns} onDone={() => void query.refresh()} />}
              <Past past={turns.past} />
            </>
          )}
        </WithQuery>
      )}
    </Page>
  )
}
