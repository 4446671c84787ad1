import '../parts/staff.css'
import { isBranch } from '@shared/model/org'
import { useState } from 'react'
import { buzz } from '@/platform/haptic'
import { t } from '@/text'
import { localDate } from '@/text/format'
import { instantOf } from '@/text/local-time'
import { Page } from '@/ui/page'
import { Button, Field, Heading } from '@/ui/parts'
import { Box, DateInput, Text, TextInput, TimeInput } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Empty, Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { NarrowMembers, useNarrowed } from '../parts/narrow-members'
import { OrgPick } from '../parts/org-pick'
import { OutcomeCard } from '../parts/outcome-card'
import { lastDayAt } from '../parts/last-day'
import { type Member, useMembers } from '../parts/use-members'
import { useStaff } from '../parts/use-staff'
import { x } from '../text/exams'
import { filled, scoreOf } from './scores'
import { useScores } from './use-scores'

const Rows = ({ members, typed, onType }: { members: Member[]; typed: Readonly<Record<string, string>>; onType: (personId: string, text: string) => void }) => {
  const by = useNarrowed(members)
  if (members.length === 0) return <Empty title={x('noMembers')} />
  return (
    <>
      <NarrowMembers by={by} />
      <Text className='q-soft q-block s-select'>{x('scoreHint')}</Text>
      {by.shown.length === 0 && <Text className='q-soft q-block'>{x('nobodyFound')}</Text>}
      {by.shown.map(({ personId, name, className, figures }) => {
        const wrong = Number.isNaN(scoreOf(typed[personId]) ?? 0)
        const passed = figures.some(({ key, met }) => key === 'league-class' && met)
        return (
          <Box key={personId} className={`s-row s-score ${wrong ? 'q-bad' : ''}`}>
            <Box className='q-grow'><Text className='q-strong'>{name}</Text>{wrong ? <Text className='q-block s-wrong'>{x('scoreWrong')}</Text> : <Text className='q-soft q-small q-block'>{[by.classes.length > 1 && className, passed && t('examPassed')].filter(Boolean).join(' · ')}</Text>}</Box>
            <Box className='s-score-in'><TextInput label={x('scoreOf', { name })} value={typed[personId] ?? ''} onValue={(text) => onType(personId, text)} invalid={wrong} maxLength={5} /></Box>
          </Box>
        )
      })}
    </>
  )
}

/** The scores of a paper exam, a class at once; a mistake is corrected on the member's page, or the whole entry taken back right after. */
export default function Scores() {
  const staff = useStaff(true)
  const members = useMembers(staff)
  const [day, setDay] = useState(() => lastDayAt('15:00', Date.now()))
  const [time, setTime] = useState('15:00')
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [asking, setAsking] = useState(false)
  const scores = useScores()
  const org = staff?.org ?? ''
  const items = members.items ?? []
  const people = filled(items, typed)
  const wrong = people.filter(({ score }) => Number.isNaN(score)).length
  const takenAt = instantOf(day, time)
  const early = !(Date.parse(takenAt) <= Date.now())
  // While some did not get through it stays the same entry: under another id those that did would be entered twice.
  const change = (then: () => void) => {
    if (scores.left === 0) scores.forget()
    then()
  }
  const again = () => {
    scores.forget()
    setTyped({})
  }
  const enter = async () => {
    if (people.length === 0) return toast(x('fillFirst'))
    if (wrong || early) return buzz(false)
    await scores.send(org, takenAt, people)
  }
  const undo = async () => {
    await scores.undo()
    setAsking(false)
  }
  const finished = scores.outcomes !== undefined && scores.left === 0
  return (
    <Page title={x('scores')}>
      {staff && <OrgPick staff={{ ...staff, setOrg: (to) => { again(); staff.setOrg(to) } }} />}
      {staff && !isBranch(org) && <Empty title={x('needBranch')} words={x('needBranchWords')} />}
      {staff && isBranch(org) && (
        <>
          <Box>
            <Refused trouble={scores.trouble} />
            {scores.undone !== undefined && <Box className='q-banner q-banner-good' role='status'>{x('undone', { n: scores.undone })}</Box>}
            {scores.left > 0 && <Box className='q-banner' role='alert'>{x('restLater', { n: scores.left })}</Box>}
            {scores.outcomes && (
              <OutcomeCard title={`${x('exams')} · ${day} ${time}`} outcomes={scores.outcomes} nameOf={(id) => items.find(({ personId }) => personId === id)?.name ?? id} done={x('scoresDone', { n: scores.entered.length })} notDone={(n) => x('scoresNotDone', { n })}>
                {scores.entered.length > 0 && <Button kind='danger' busy={scores.undoing} onTap={() => setAsking(true)}>{x('undoScores')}</Button>}
                <Button kind='plain' onTap={again}>{x('enterMore')}</Button>
              </OutcomeCard>
            )}
          </Box>
          {!finished && (
            <>
              <Field label={x('examDate')} fault={early ? x('inFuture') : undefined} id='time'>
                <Box className='q-row'><Box className='q-grow'><DateInput label={t('day')} value={day} max={localDate(Date.now())} onValue={(value) => change(() => setDay(value))} /></Box><Box className='q-grow'><TimeInput label={t('time')} value={time} onValue={(value) => change(() => setTime(value))} /></Box></Box>
              </Field>
              <Heading>{x('exams')}</Heading>
              <WithQuery query={{ ...members, value: members.items }}>{() => <Rows members={items} typed={typed} onType={(personId, text) => change(() => setTyped((now) => ({ ...now, [personId]: text })))} />}</WithQuery>
            </>
          )}
          {!finished && <Box className='s-bar'><Button busy={scores.sending} disabled={wrong > 0 || early} onTap={() => void enter()}>{people.length ? x('enterN', { n: people.length }) : x('fillFirst')}</Button></Box>}
        </>
      )}
      <Box>{asking && <Confirm danger title={x('undoAsk')} words={x('undoScoresWords', { n: scores.entered.length })} yes={x(scores.undoing ? 'undoing' : 'undoScores')} busy={scores.undoing} onYes={() => void undo()} onNo={() => setAsking(false)} />}</Box>
    </Page>
  )
}
