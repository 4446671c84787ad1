import type { LeagueRollView } from '@shared/contract/league-schools'
import { useState } from 'react'
import type { Query } from '@/api/use-query'
import { buzz } from '@/platform/haptic'
import { t } from '@/text'
import { localDateTime } from '@/text/format'
import { Button, Card, Field, Heading, Row } from '@/ui/parts'
import { Box, Text, TextInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { useLeagueWrite } from '../parts/use-league-write'
import { lg } from '../text/league-school'

type Line = LeagueRollView['lines'][number]

/** Somebody who was not there after all: why, and what goes with it. */
const TakeBack = ({ view, line, query, onClose }: { view: LeagueRollView; line: Line; query: Query<LeagueRollView>; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { write, sending, told, trouble } = useLeagueWrite('saveLeagueRoll', query.refresh)
  const { org, courseId, sessionId, revision, kind } = view
  const send = async () => {
    setChecked(true)
    if (reason.trim() === '') return buzz(false)
    const saved = await write({ org, courseId, sessionId, revision, takeBack: [line.personId], reason: reason.trim() })
    if (!saved) return
    query.put(saved.session)
    toast(lg('takenBack', { name: line.name }))
    onClose()
  }
  return (
    <Sheet title={lg('takeBackTitle', { name: line.name })} onClose={onClose} closeWords={t('cancel')}>
      <Box role='status' live='polite'>{told && <Box className='s-warn'>{told}</Box>}</Box>
      <Text className='q-block s-intro'>{`${lg('takeBackWords')}${kind === 'applicants' ? lg('takeBackLesson') : ''}`}</Text>
      <Field label={lg('takeBackReason')} fault={checked && reason.trim() === '' ? lg('needTakeBack') : undefined} id='take-back'><TextInput id='take-back' label={lg('takeBackReason')} value={reason} onValue={setReason} placeholder={lg('takeBackHint')} maxLength={200} /></Field>
      <Refused trouble={trouble} />
      <Button kind='danger' busy={sending} onTap={() => void send()}>{lg('takeBack')}</Button>
    </Sheet>
  )
}

/** Who is on the roll, and who was taken back and why. */
export const OnRoll = ({ view, query }: { view: LeagueRollView; query: Query<LeagueRollView> }) => {
  const [asking, setAsking] = useState<Line>()
  const standing = view.lines.filter(({ takenBack }) => !takenBack)
  const gone = view.lines.filter(({ takenBack }) => takenBack)
  if (view.lines.length === 0) return null
  return (
    <>
      <Heading>{lg('onRoll')}</Heading>
      <Card>
        {standing.length === 0 && <Text className='q-soft q-block'>{lg('nobodyYet')}</Text>}
        {standing.map((line) => (
          <Box key={line.personId} className='s-line'>
            <Row><Box className='q-grow'><Text className='q-strong q-block'>{line.name}</Text><Text className='q-soft q-small q-block'>{[line.className, line.late && lg('lateWhy', { why: line.late })].filter(Boolean).join(' · ')}</Text></Box><Button small kind='plain' label={lg('takeBackOf', { name: line.name })} onTap={() => setAsking(line)}>{lg('takeBack')}</Button></Row>
          </Box>
        ))}
      </Card>
      {gone.length > 0 && (
        <Card>
          <Text className='q-strong q-block'>{lg('takenBackN', { n: gone.length })}</Text>
          {gone.map(({ personId, name, takenBack }, i) => <Box key={`${personId} ${i}`} className='s-line'><Text className='q-block'>{name}</Text><Text className='q-soft q-small q-block'>{takenBack && lg('takenBackLine', { who: takenBack.byName, time: localDateTime(takenBack.at), why: takenBack.reason })}</Text></Box>)}
        </Card>
      )}
      <Box>{asking && <TakeBack key={asking.personId} view={view} line={asking} query={query} onClose={() => setAsking(undefined)} />}</Box>
    </>
  )
}
