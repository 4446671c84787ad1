import { useState } from 'react'
import { localDateTime } from '@/text/format'
import { Button, Card, Heading, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { tu, type TurnKey } from '../text/turns'
import type { Turns } from './plan-form'
import { useTurn, useUndo } from './use-turn'

type Turn = NonNullable<Turns['latest']>
const stateWords: Record<Turn['state'], TurnKey> = { running: 'runningBy', done: 'doneOn', undoing: 'undoingBy', undone: 'undoneBy' }
const saidOf = ({ state, byName, at }: Turn) => tu(stateWords[state], { who: byName, time: localDateTime(at) })

/** The latest turn: gone on with where it was broken off, undone within a day. */
export const Latest = ({ org, turn, onChanged }: { org: string; turn: Turn; onChanged: () => void }) => {
  const [asking, setAsking] = useState(false)
  const { busy, done, trouble, undo } = useUndo()
  const going = useTurn()
  const open = turn.state === 'running' || turn.state === 'done' ? Date.parse(turn.undoUntil) > Date.now() : turn.state === 'undoing'
  const back = async () => {
    const stayed = await undo(org, turn.turnId)
    setAsking(false)
    if (stayed !== undefined) toast(stayed > 0 ? tu('stayedN', { n: stayed }) : tu('undone'))
    onChanged()
  }
  const goOn = async () => {
    // The names that were set are the turn's own: what it was begun with is what it is gone on with.
    const names = turn.branches.flatMap(({ branch, was, now }) => (was === now ? [] : [{ branch, name: now }]))
    const lines = turn.lines.map(({ branch, className, to }) => ({ branch, className, ...(to && { to }) }))
    if (await going.run({ org, lines, names }, turn.turnId)) toast(tu('done'))
    onChanged()
  }
  return (
    <Card>
      <Text className='q-strong q-block'>{saidOf(turn)}</Text>
      <Text className='q-soft q-small q-block q-num'>{tu('classesN', { n: turn.lines.length })}{open && turn.state !== 'undoing' ? ` · ${tu('undoUntil', { time: localDateTime(turn.undoUntil) })}` : ''}</Text>
      <Box role='status' live='polite'>{(busy || going.busy) && <Text className='q-block q-num'>{tu('running')} {busy ? done : going.done}</Text>}</Box>
      <Refused trouble={trouble ?? going.trouble} />
      {(open || turn.state === 'running') && <Box className='s-actions'>
        {open && <Button small kind='danger' busy={busy} onTap={() => (turn.state === 'undoing' ? void back() : setAsking(true))}>{tu('undo')}</Button>}
        {turn.state === 'running' && <Button small busy={going.busy} onTap={() => void goOn()}>{tu('goOn')}</Button>}
      </Box>}
      {asking && <Confirm title={tu('undo')} words={tu('undoAsk')} yes={tu('undo')} danger busy={busy} onYes={() => void back()} onNo={() => setAsking(false)} />}
    </Card>
  )
}

export const Past = ({ past }: { past: Turns['past'] }) => past.length === 0 ? null : (
  <>
    <Heading>{tu('past')}</Heading>
    <Card>{past.map((turn) => <Box key={turn.turnId} className='s-line'><Row><Text className='q-grow'>{saidOf(turn)}</Text><Text className='q-soft q-small q-num'>{tu('classesN', { n: turn.lines.length })}</Text></Row></Box>)}</Card>
  </>
)
