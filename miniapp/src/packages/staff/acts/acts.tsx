import { useState } from 'react'
import type { Query } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { Button, Card, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { actName } from '../parts/application-words'
import { ad } from '../text/admission'
import { ActSheet } from './act-sheet'
import type { View } from './act-forms'
import { FileAct } from './file-act'
import { ac } from './text'

/** Acts that other pages record: votes in a meeting, a letter on paper on its own page. */
const elsewhere = new Set(['vote', 'apply', 'withdraw'])
const ending = new Set(['return', 'terminate', 'reject', 'object'])

/** Where nothing but time is missing, from when. */
const fromWhen = ({ conditions }: NonNullable<View['next']>): string | undefined => {
  const days = conditions.flatMap(({ met, earliest }) => (met ? [] : [earliest]))
  return days.length > 0 && !days.includes(undefined) ? (days as string[]).sort().at(-1) : undefined
}

/** The acts that the caller may do now, first what the next one still lacks, then the one that leads on; each opens its form. */
export const Acts = ({ view, query, onDone }: { view: View; query: Query<View>; onDone: ((view: View) => void) | undefined }) => {
  const [open, setOpen] = useState<string>()
  const { mine, next } = view
  const acts = mine.filter((act) => !elsewhere.has(act))
  const mends = new Set(next?.conditions.flatMap(({ met, mend = '' }) => (met ? [] : [mend === 'take-route' ? 'record-route' : mend])))
  const first = [...acts.filter((act) => mends.has(act)), ...acts.filter((act) => act === next?.act)]
  const onward = [...first, ...acts.filter((act) => !first.includes(act) && !ending.has(act))]
  const from = next && fromWhen(next)
  const label = (act: string) => (from !== undefined && act === next?.act ? `${actName(act)} · ${ad('earliest', { date: from })}` : actName(act))
  const done = (to: View) => {
    setOpen(undefined)
    query.put(to)
    onDone?.(to)
  }
  const changed = () => {
    setOpen(undefined)
    void query.refresh()
  }
  const forms = { view, onDone: done, onChanged: changed, onClose: () => setOpen(undefined) }
  return (
    <>
      <Heading>{ac('acts')}</Heading>
      <Card>
        {acts.length === 0 && !mine.includes('vote') && <Text className='q-soft q-block'>{ac('noActs')}</Text>}
        {mine.includes('vote') && <Box className='s-intro'><Text className='q-soft q-block'>{ac('votes')}</Text><Box className='s-under-field'><Button kind={next?.ready ? 'main' : 'plain'} onTap={() => go('staff/meetings')}>{ac('toMeetings')}</Button></Box></Box>}
        <Box className='s-stack s-acts'>
          {onward.map((act) => <Button key={act} kind={mends.has(act) || (act === next?.act && next.ready) ? 'main' : 'plain'} onTap={() => setOpen(act)}>{label(act)}</Button>)}
        </Box>
        {acts.some((act) => ending.has(act)) && <Box className='s-actions'>{acts.filter((act) => ending.has(act)).map((act) => <Button key={act} small kind={act === 'object' ? 'plain' : 'danger'} onTap={() => setOpen(act)}>{actName(act)}</Button>)}</Box>}
      </Card>
      <Box>{open && (open === 'file' || open === 'archive' ? <FileAct key={open} act={open} {...forms} /> : <ActSheet key={open} act={open} {...forms} />)}</Box>
    </>
  )
}
