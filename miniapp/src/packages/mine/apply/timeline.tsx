import { stateWords } from '@/features/apply/words'
import { Card, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { c } from './condition-text'
import type { Line, Stage } from './stages'
import { m } from './text'

/** Five parts side by side: behind, present, ahead. */
export const StageBar = ({ stages }: { stages: Stage[] }) => {
  const at = stages.findIndex(({ mark }) => mark === 'now')
  const n = at >= 0 ? at + 1 : stages.every(({ mark }) => mark === 'done') ? stages.length : 1
  return (
    <Box className='apply-bar' role='img' label={m('stages', { n })}>
      {stages.map(({ name, mark }) => (
        <Box key={name} className={`apply-part apply-part-${mark}`}>
          <Box className='apply-part-line' />
          <Text className='apply-part-name'>{m(`stage-${name}`)}</Text>
        </Box>
      ))}
    </Box>
  )
}

const dateOf = ({ reached, earliest }: Line): string => reached ?? (earliest ? c('earliest', { date: earliest }) : m('unknown'))

const OneLine = ({ line }: { line: Line }) => (
  <Box className={`apply-line apply-line-${line.mark}`} role='listitem'>
    <Text className='apply-dot'>{line.mark === 'done' ? '✓' : line.mark === 'now' ? '●' : '○'}</Text>
    <Box className='q-grow'><Text className='q-block'>{stateWords(line.state)}</Text>{line.state === 'branch-voted' && <Text className='q-soft q-small q-block'>{m('admissionDay')}</Text>}</Box>
    <Text className='q-num q-small q-right apply-date'>{dateOf(line)}</Text>
  </Box>
)

/** Each state with the day it was reached, or the earliest on which it could be. */
export const Timeline = ({ stages }: { stages: Stage[] }) => (
  <>
    <Heading>{m('road')}</Heading>
    <Card>
      {stages.map(({ name, lines }) => (
        <Box key={name} className='apply-stage'>
          <Text className='q-small q-strong q-soft q-block'>{m(`stage-${name}`)}</Text>
          <Box className='q-list' role='list'>{lines.map((line) => <OneLine key={line.state} line={line} />)}</Box>
        </Box>
      ))}
    </Card>
  </>
)
