import { Card, Heading } from '@/ui/parts'
import { Box, Tap, Text } from '@/ui/primitives'
import { b } from './text'

const points = ['Use', 'Place', 'Time', 'Complain', 'Delete', 'Child'] as const

/** What is kept, why, where, how long, and whom to turn to. Other words are another version: raise `noticeVersion` in shared/model/consent.ts with them. */
export const Notice = () => (
  <>
    <Heading>{b('notice')}</Heading>
    <Card>
      {points.map((point) => (
        <Box key={point} style={{ marginBottom: '8px' }}><Text className='q-strong q-block'>{b(`notice${point}`)}</Text><Text className='q-soft q-block'>{b(`notice${point}Words`)}</Text></Box>
      ))}
    </Card>
  </>
)

export const Agree = ({ agreed, onAgreed }: { agreed: boolean; onAgreed: (agreed: boolean) => void }) => (
  <Box style={{ margin: '4px 0 12px' }}>
    <Tap role='checkbox' selected={agreed} className={`q-chip ${agreed ? 'q-chip-on' : ''}`} onTap={() => onAgreed(!agreed)}>{agreed ? '☑' : '☐'} {b('noticeAgree')}</Tap>
  </Box>
)
