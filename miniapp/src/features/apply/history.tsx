import type { Answer } from '@shared/contract/index'
import { localDateTime } from '@/text/format'
import { Card, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { a } from './text'

type Step = NonNullable<Answer<'showApplication'>['application']>['steps'][number]

export const History = ({ steps }: { steps: Step[] }) => (
  <>
    <Heading>{a('history')}</Heading>
    <Card>
      {steps.map((step) => (
        <Box key={step.n} className='q-field'>
          <Text className='q-block'>{a(step.onBehalf ? 'to-applied-for' : `to-${step.to}`, { who: step.byName })}</Text>
          <Text className='q-soft q-small q-block'>{localDateTime(step.at)}{step.reason ? ` · ${step.reason}` : ''}</Text>
        </Box>
      ))}
    </Card>
  </>
)
