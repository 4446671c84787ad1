import { replace } from '@/platform/navigate'
import { Ring } from '@/ui/figures'
import { Button, Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import type { Sitting } from '../kept-exam'
import { e } from '../text'

/** How an exam ended: the score and how many were right, never which. */
export const Result = ({ sitting }: { sitting: Sitting }) => {
  const { score = 0, right = 0, of, passed, passMark, closedBy, course } = sitting
  return (
    <>
      <Card className='e-result'>
        <Ring part={score / 100} size={132} label={e('points', { n: score })} colour={passed ? '#18a67a' : '#c77d11'}><Text className='e-score'>{score}</Text></Ring>
        <Box className='e-verdict' role='status'>{e(passed ? 'resultPassed' : 'resultFailed')}</Box>
        <Text className='q-block q-num'>{e('points', { n: score })} · {e('rightOf', { right, of })}</Text>
        {closedBy === 'deadline' && <Text className='q-soft q-block'>{e('byDeadline')}</Text>}
        {!passed && <Text className='q-soft q-block'>{e('resultFailedWords', { pass: passMark })}</Text>}
      </Card>
      <Button onTap={() => replace('exam/start', { course })}>{e('done')}</Button>
    </>
  )
}
