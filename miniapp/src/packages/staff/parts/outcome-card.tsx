import type { ReactNode } from 'react'
import type { Answer } from '@shared/contract/index'
import type { RefusalCode } from '@shared/model/refusal'
import { t, troubleWords } from '@/text'
import { duration } from '@/text/format'
import { Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { x } from '../text/exams'

type Outcome = Answer<'grantRoll'>['outcomes'][number]

/** What is left of hours that met others of the same time. */
const cutWords = ({ left = 0, coveredBy = [] }: Outcome): string => x('cutWords', { left: duration(left), by: coveredBy.map(({ title }) => title).join(x('and')) })

/** What became of each: how many went well, and by name who did not and why. `children`: what can be done next. */
export const OutcomeCard = ({ title, outcomes, nameOf, done, notDone, children }: { title: string; outcomes: readonly Outcome[]; nameOf: (personId: string) => string; done: string; notDone: (n: number) => string; children?: ReactNode }) => {
  const refused = outcomes.filter(({ ok }) => !ok)
  const cut = outcomes.filter(({ coveredBy }) => coveredBy)
  return (
    <Card>
      <Box role='status'><Text className='q-strong q-block q-green'>{`✓ ${done}`}</Text></Box>
      <Text className='q-soft q-block'>{title}</Text>
      {refused.length > 0 && <Text className='q-strong q-block q-red'>{notDone(refused.length)}</Text>}
      {refused.map(({ personId, code }) => <Text key={personId} className='q-block'>{`${nameOf(personId)}${t('colon')}${troubleWords(code as RefusalCode)}`}</Text>)}
      {cut.map((one) => <Text key={one.personId} className='q-block'>{`${nameOf(one.personId)}${t('colon')}${cutWords(one)}`}</Text>)}
      {children && <Box className='s-actions'>{children}</Box>}
    </Card>
  )
}
