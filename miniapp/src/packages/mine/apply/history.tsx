import { actWords } from '@/features/apply/words'
import { localDateTime } from '@/text/format'
import { Card, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { c } from './condition-text'
import { type Step, stepLines } from './trail-lines'

/** The trail: what was done, of which day, what it says, and who entered it when. */
export const History = ({ steps }: { steps: Step[] }) => (
  <>
    <Heading>{c('history')}</Heading>
    <Card>
      {steps.map((step) => (
        <Box key={step.n} className='q-field'>
          <Text className='q-block q-strong'>{step.date} {actWords(step.act)}</Text>
          {stepLines(step).map((line) => <Text key={line} className='q-block q-lines'>{line}</Text>)}
          <Text className='q-soft q-small q-block'>{c('entered', { who: step.byName, time: localDateTime(step.at) })}{step.onBehalf ? ` · ${c('onPaper')}` : ''}</Text>
        </Box>
      ))}
    </Card>
  </>
)
