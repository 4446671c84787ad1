import { localDateTime } from '@/text/format'
import { Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { ad } from '../text/admission'
import { actName, type View } from './application-words'
import { PhotoStrip } from './photo-strip'
import { stepLines } from './timeline'

/** Every step as it was recorded, the latest first. */
export const Trail = ({ steps }: { steps: NonNullable<View['application']>['steps'] }) => (
  <>
    <Heading>{ad('trail')}</Heading>
    <Card>
      {[...steps].reverse().map((step) => (
        <Box key={step.n} className='s-line'>
          <Row><Text className='q-grow q-strong'>{actName(step.act)}</Text>{step.late && <Tag tone='wait'>{ad('lateFlag')}</Tag>}<Text className='q-small q-num q-soft'>{step.date}</Text></Row>
          {stepLines(step).map((line) => <Text key={line} className='q-small q-block'>{line}</Text>)}
          {step.photos && <PhotoStrip photos={step.photos} />}
          <Text className='q-soft q-small q-block'>{[step.onBehalf ? ad('onBehalf', { who: step.byName }) : step.byName, localDateTime(step.at)].join(' · ')}</Text>
        </Box>
      ))}
    </Card>
  </>
)
