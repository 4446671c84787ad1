import '../parts/staff.css'
import type { LeagueRollView } from '@shared/contract/league-schools'
import type { Answer } from '@shared/contract/index'
import type { RefusalCode } from '@shared/model/refusal'
import { useEffect, useState } from 'react'
import { currentPerson } from '@/api/session'
import { type Query, useQuery } from '@/api/use-query'
import { buzz } from '@/platform/haptic'
import { toTop, useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { forget, keep, kept } from '@/platform/storage'
import { t, troubleWords } from '@/text'
import { Page } from '@/ui/page'
import { Button, Card, Field, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text, TextInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { useGrantor } from '../parts/use-grantor'
import { useLeagueWrite } from '../parts/use-league-write'
import { lg } from '../text/league-school'
import { OnRoll } from './on-roll'
import { Pick } from './pick'

type Outcome = Answer<'saveLeagueRoll'>['outcomes'][number]

/** Who is ticked and not saved yet, by id and name, and why they come later. */
interface Ticked {
  people: [personId: string, name: string][]
  reason: string
}

const About = ({ view: { courseTitle, kind, title, date, from, to, place, teacher, roll } }: { view: LeagueRollView }) => (
  <Card>
    <Row><Text className='q-grow q-title'>{title}</Text><Tag>{lg(`kind-${kind}`)}</Tag></Row>
    <Text className='q-soft q-block'>{courseTitle}</Text>
    <Text className='q-block q-num'>{`${date} ${from}–${to}`}</Text>
    <Text className='q-soft q-block'>{`${place} · ${teacher}`}</Text>
    {roll && <Text className='q-block q-strong q-green'>{lg('rolled', { n: roll.present })}</Text>}
  </Card>
)

const NotEntered = ({ refused, nameOf }: { refused: Outcome[]; nameOf: (personId: string) => string }) => refused.length === 0 ? null : (
  <Box className='q-banner q-banner-bad' role='alert'>
    <Text className='q-strong q-block'>{lg('notDoneN', { n: refused.length })}</Text>
    {refused.map(({ personId, code }) => <Text key={personId} className='q-block'>{`${nameOf(personId)}${t('colon')}${troubleWords(code as RefusalCode)}`}</Text>)}
  </Box>
)

const Roll = ({ view, query }: { view: LeagueRollView; query: Query<LeagueRollView> }) => {
  const { org, courseId, sessionId, revision, kind, roll, today, date, lines } = view
  const key = `league-roll:${currentPerson()?.personId ?? ''}:${org}/${courseId}/${sessionId}`
  // What is ticked stays on the phone until it is saved: a class is not called twice because a call came in.
  const [held] = useState(() => kept<Ticked>(key))
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(() => new Map(held?.people))
  const [reason, setReason] = useState(held?.reason ?? '')
  const [checked, setChecked] = useState(false)
  const [done, setDone] = useState<Outcome[]>([])
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const { write, sending, told, trouble } = useLeagueWrite('saveLeagueRoll', query.refresh)
  const on = new Set(lines.flatMap(({ personId, takenBack }) => (takenBack ? [] : [personId])))
  useEffect(() => {
    if (chosen.size > 0) keep(key, { people: [...chosen], reason } satisfies Ticked)
    else forget(key)
  }, [key, chosen, reason])
  const add = [...chosen.keys()].filter((one) => !on.has(one))
  const late = roll !== undefined && today > date
  const lacking = late && reason.trim() === ''
  const save = async () => {
    setChecked(true)
    if (add.length === 0) return toast(lg('pickFirst'))
    if (lacking) return buzz(false)
    const saved = await write({ org, courseId, sessionId, revision, add, ...(reason.trim() && { reason: reason.trim() }) })
    if (!saved) return buzz(false)
    query.put(saved.session)
    setNames(chosen)
    setDone(saved.outcomes.filter(({ ok }) => !ok))
    setChosen(new Map())
    setReason('')
    setChecked(false)
    toast(lg(kind === 'applicants' ? 'creditedN' : 'savedN', { n: saved.outcomes.filter(({ ok }) => ok).length }))
    toTop()
  }
  return (
    <>
      <Box role='status' live='polite'>{told && <Box className='s-warn'>{told}</Box>}</Box>
      <NotEntered refused={done} nameOf={(id) => names.get(id) ?? ''} />
      <OnRoll view={view} query={query} />
      <Heading>{lg('who')}</Heading>
      <Pick org={org} kind={kind} on={on} chosen={chosen} setChosen={setChosen} />
      {late && add.length > 0 && <Field label={lg('reason')} fault={checked && lacking ? lg('needReason') : undefined} id='roll-reason'><TextInput id='roll-reason' label={lg('reason')} value={reason} onValue={setReason} placeholder={lg('reasonHint')} maxLength={200} /></Field>}
      <Refused trouble={trouble} />
      <Box className='s-bar'><Button busy={sending} onTap={() => void save()}>{add.length ? lg('saveN', { n: add.length }) : lg('pickFirst')}</Button></Box>
    </>
  )
}

/** Who was at one session: ticked once, added to with a reason, taken back with a reason. */
export default function LeagueRoll() {
  const staff = useGrantor()
  const { org, course, session } = useParams()
  const query = useQuery('showLeagueSession', staff && org && course && session ? { org, courseId: course, sessionId: session } : undefined)
  const pulled = usePulled(query.refresh)
  return (
    <Page title={lg('rollTitle')} wide pulled={pulled}>
      <WithQuery query={query} rows={4}>
        {(view) => (
          <>
            <About view={view} />
            {view.dropped !== undefined ? <Box className='s-warn'>{lg('isDropped', { why: view.dropped })}</Box> : view.over ? <Roll view={view} query={query} /> : <Box className='s-warn'>{lg('notOver')}</Box>}
          </>
        )}
      </WithQuery>
    </Page>
  )
}
