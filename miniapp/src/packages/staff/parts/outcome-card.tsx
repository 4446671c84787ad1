import type { ReactNode } from 'react'
import type { RefusalCode } from '@shared/model/refusal'
import { troubleWords } from '@/text'
import { Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { x } from '../text/exams'

interface Outcome { personId: string; ok: boolean; code?: string | undefined }

const why = (code: string | undefined): string => (code === 'overlaps' ? x('overlapsWords') : troubleWords(code as RefusalCode))

/** What became of each: how many went well, and by name who did not and why. `children`: what can be done next. */
export const OutcomeCard = ({ title, outcomes, nameOf, done, notDone, children }: { title: string; outcomes: readonly Outcome[]; nameOf: (personId: string) => string; done: string; notDone: (n: number) => string; children?: ReactNode }) => {
  const refused = outcomes.filter(({ ok }) => !ok)
  return (
    <Card>
      <Box role='status'><Text className='q-strong q-block q-green'>{`✓ ${done}`}</Text></Box>
      <Text className='q-soft q-block'>{title}</Text>
      {refused.length > 0 && <Text className='q-strong q-block q-red'>{notDone(refused.length)}</Text>}
      {refused.map(({ personId, code }) => <Text key={personId} className='q-block'>{`${nameOf(personId)}：${why(code)}`}</Text>)}
      {children && <Box className='s-actions'>{children}</Box>}
    </Card>
  )
}
