import './index.css'
import { useState } from 'react'
import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { stateWords } from '@/features/apply/words'
import { usePulled } from '@/platform/page-events'
import { localDate } from '@/text/local-time'
import { Page } from '@/ui/page'
import { Button, Card, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { Speak } from './speak'
import type { Task } from './speak-draft'
import { q } from './text'

const OneTask = ({ task, onDone }: { task: Task; onDone: () => void }) => {
  const [open, setOpen] = useState(false)
  const { as, name, state, talks, talkedOn, spoken, from } = task
  const early = localDate(Date.now()) < from
  const done = () => {
    setOpen(false)
    onDone()
  }
  return (
    <Card>
      <Row><Text className='q-grow q-title'>{name}</Text><Tag tone={spoken ? 'good' : 'info'}>{q(`as_${as}`)}</Tag></Row>
      <Text className='q-soft q-block'>{q('stateNow', { state: stateWords(state) })}</Text>
      {as === 'mentor' && <Text className='q-block'>{q('talks', { n: talks })}</Text>}
      {talkedOn.length > 0 && <Text className='q-soft q-small q-block'>{q('yourTalks', { dates: talkedOn.join('、') })}</Text>}
      <Box className='asked-do'>
        {spoken ? <Text className='q-green q-block'>✓ {q('spoken')} · {q('others')}</Text>
          : as === 'introducer' && early ? <Text className='q-amber q-block'>{q('notToday', { date: from })}</Text>
            : open ? <Speak task={task} onDone={done} />
              : <Button kind='plain' onTap={() => setOpen(true)}>{q(as === 'mentor' ? 'talk' : 'write')}</Button>}
      </Box>
    </Card>
  )
}

/** Whose mentor or introducer one is, and what one has to say about them. */
export default function Asked() {
  const person = usePerson()
  const query = useQuery('showTasks', person && {})
  const pulled = usePulled(query.refresh)
  return (
    <Page title={q('title')} pulled={pulled}>
      <WithQuery query={query}>
        {({ items }) => items.length === 0 ? <Empty title={q('empty')} words={q('emptyWords')} /> : items.map((task) => <OneTask key={`${task.as}-${task.personId}`} task={task} onDone={() => void query.refresh()} />)}
      </WithQuery>
    </Page>
  )
}
