import type { Answer } from '@shared/contract/index'
import { Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { mt, type MeetingKey } from '../text/meetings'
import { type Condition, conditionName, mendWords } from './application-words'

type Candidate = Answer<'prepareMeeting'>['candidates'][number]

/** What a meeting asks besides the procedure. */
const own = ['form-filled', 'after-introducers', 'own-application', 'same-branch']
const ownMends = ['fill-form', 'move-meeting']
const nameOf = (one: Condition): string => (own.includes(one.key) ? mt(`condition-${one.key}` as MeetingKey) : conditionName(one))
const mendOf = (one: Condition): string => (ownMends.includes(one.mend ?? '') ? mt(`mend-${one.mend}` as MeetingKey) : mendWords(one))

export const unmetOf = ({ conditions }: Pick<Candidate, 'conditions'>): number => conditions.filter(({ met }) => !met).length

/** Whom the meeting votes on: introducers, and all that is still unmet, each with how it is mended. */
export const CandidateLine = ({ one, tag }: { one: Candidate; tag?: boolean }) => {
  const unmet = one.conditions.filter(({ met }) => !met)
  const { introducers } = one
  return (
    <Box className='q-grow'>
      <Row><Text className='q-grow q-strong'>{one.name}{one.className ? <Text className='q-soft q-small'>　{one.className}</Text> : null}</Text>{tag !== false && <Tag tone={unmet.length ? 'wait' : 'good'}>{unmet.length ? mt('missingN', { n: unmet.length }) : mt('ready')}</Tag>}</Row>
      {introducers.length > 0 && <Text className='q-soft q-small q-block'>{mt('introducersAre', { who: introducers.map(({ name, spoken }) => (spoken ? name : mt('silentMark', { name }))).join(mt('listComma')) })}</Text>}
      {unmet.map((condition) => <Text key={condition.key} className='q-small q-block s-unmet'>{nameOf(condition)}<Text className='q-soft'>　{mendOf(condition)}</Text></Text>)}
    </Box>
  )
}
