import type { MeetingView } from '@shared/contract/meetings'
import { attendanceOf, isAdjusted, leastMoreThan } from '@shared/rules/meeting-vote'
import { useState } from 'react'
import { t } from '@/text'
import { Button, Card, Field, Row, Tag } from '@/ui/parts'
import { Box, Tap, Text, TextInput } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { mt } from '../text/meetings'
import { besidesOf, type Draft, type Faults, setPresent, setShould } from './draft'

type Member = NonNullable<MeetingView['members']>[number]
type Change = (to: (draft: Draft) => Draft) => void

const Mark = ({ on, label, name, words, onTap }: { on: boolean; label: string; name: string; words?: string | undefined; onTap: () => void }) => (
  <Tap role='checkbox' selected={on} label={label} className={`s-row s-person ${on ? 's-row-on' : ''}`} onTap={onTap}>
    <Box className='s-check'><Box className={`s-box ${on ? 's-box-on' : ''}`}>{on ? '✓' : ''}</Box></Box>
    <Box className='q-grow'><Text className='q-strong'>{name}</Text>{words && <Text className='q-soft q-small q-block'>{words}</Text>}</Box>
  </Tap>
)

const named = (one: { name: string; initials?: string | undefined }, typed: string): boolean => one.name.includes(typed) || (one.initials?.includes(typed.toLowerCase()) ?? false)

/** Who should be there is not simply the roster's members: somebody off or on the roll, others by number alone, and why. */
const Adjust = ({ draft, change, members, faults }: { draft: Draft; change: Change; members: Member[]; faults: Faults }) => {
  const [find, setFind] = useState('')
  const listed = new Set(draft.roll.map(({ personId }) => personId))
  const shown = members.filter((one) => (find.trim() ? named(one, find.trim()) : one.leagueMember || listed.has(one.personId)))
  return (
    <Card>
      <Text className='q-soft q-small q-block mt-gap'>{mt('adjustHint')}</Text>
      <Field label={mt('search')}><TextInput label={mt('search')} value={find} onValue={setFind} maxLength={40} /></Field>
      <Box className='s-people'>{shown.map(({ personId, name, leagueMember }) => <Mark key={personId} on={listed.has(personId)} label={mt('shouldAttendMark', { name })} name={name} words={leagueMember ? undefined : mt('notLeague')} onTap={() => change((now) => setShould(now, personId, !listed.has(personId)))} />)}</Box>
      {shown.length === 0 && <Text className='q-soft q-block s-under-field'>{mt('noneFound')}</Text>}
      <Box className='s-filters s-filters-two mt-top'>
        <Field label={mt('besidesShould')} hint={mt('besidesHint')}><TextInput type='number' label={mt('besidesShould')} value={draft.besidesShould} onValue={(besidesShould) => change((now) => ({ ...now, besidesShould }))} maxLength={4} /></Field>
        <Field label={mt('besidesPresent')} fault={faults.besides && mt(faults.besides)} id='besides'><TextInput id='besides' type='number' label={mt('besidesPresent')} value={draft.besidesPresent} onValue={(besidesPresent) => change((now) => ({ ...now, besidesPresent }))} maxLength={4} /></Field>
      </Box>
    </Card>
  )
}

/** The roll: everyone at once or one by one; how many must be there for a vote. */
export const RollPart = ({ view, draft, change, faults }: { view: MeetingView; draft: Draft; change: Change; faults: Faults }) => {
  const [find, setFind] = useState('')
  const [adjusting, setAdjusting] = useState(false)
  const members = view.members ?? []
  const known = new Map([...view.roll, ...members].map((one) => [one.personId, one]))
  const people = draft.roll.map((one) => ({ ...one, name: known.get(one.personId)?.name ?? '', initials: known.get(one.personId)?.initials }))
  const shown = people.filter((one) => named(one, find.trim()))
  const ids = shown.map(({ personId }) => personId)
  const counts = attendanceOf({ roll: draft.roll, besides: besidesOf(draft) })
  const least = leastMoreThan(counts.shouldAttend, view.policy.quorum.moreThan)
  const short = least - counts.present
  const voted = view.candidates.some(({ vote }) => vote)
  const adjusted = isAdjusted({ roll: draft.roll, besides: besidesOf(draft) }, new Map(members.map((one) => [one.personId, one.leagueMember])))
  return (
    <>
      <Card>
        <Box className='s-figures'>{([['should', counts.shouldAttend], ['present', counts.present], ['absent', counts.shouldAttend - counts.present]] as const).map(([words, n]) => <Box key={words} className='s-figure'><Text className='s-figure-n'>{n}</Text><Text className='q-soft q-small'>{mt(words)}</Text></Box>)}</Box>
        {counts.shouldAttend > 0 && <Row className='mt-top'><Text className='q-grow q-soft q-small'>{mt('needPresent', { n: least })}</Text><Tag tone={short > 0 ? 'wait' : 'good'}>{short > 0 ? mt('notEnough', { n: short }) : mt('enough')}</Tag></Row>}
      </Card>
      {voted && <Box className='s-warn'>{mt('locked')}</Box>}
      {people.length === 0 ? <Empty title={mt('noMembers')} words={mt('noMembersWords')} /> : (
        <>
          <Field label={mt('search')}><TextInput label={mt('search')} value={find} onValue={setFind} maxLength={40} /></Field>
          {!voted && <Row className='s-select'><Text className='q-grow' /><Button small kind='plain' onTap={() => change((now) => setPresent(now, ids, true))}>{mt('everyone')}</Button><Button small kind='plain' onTap={() => change((now) => setPresent(now, ids, false))}>{mt('nobody')}</Button></Row>}
          {shown.length === 0 && <Text className='q-soft q-block s-under-field'>{mt('noneFound')}</Text>}
          <Box className='s-people'>
            {shown.map(({ personId, name, present }) => <Mark key={personId} on={present} label={mt('markPresent', { name })} name={name} words={draft.candidates.includes(personId) ? mt('selfNote') : undefined} onTap={() => { if (!voted) change((now) => setPresent(now, [personId], !present)) }} />)}
          </Box>
        </>
      )}
      {!voted && (
        <>
          <Box className='mt-top mt-gap'><Button small kind='plain' onTap={() => setAdjusting(!adjusting)}>{mt(adjusting ? 'adjustDone' : 'adjust')}</Button></Box>
          {(adjusting || faults.besides !== undefined) && <Adjust draft={draft} change={change} members={members} faults={faults} />}
          {(adjusted || draft.reason !== '') && <Field label={`${mt('reason')}${adjusted ? '' : t('optional')}`} fault={faults.reason && mt(faults.reason)} id='reason'><TextInput id='reason' label={mt('reason')} value={draft.reason} onValue={(reason) => change((now) => ({ ...now, reason }))} placeholder={mt('reasonHint')} maxLength={200} /></Field>}
        </>
      )}
    </>
  )
}
