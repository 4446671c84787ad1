import { t } from '@/text'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { c } from './condition-text'
import { type Condition, conditionWords, farWords, mendWords } from './condition-words'

/** Every condition of the next act at once, unmet ones first, each with how to mend it; `onExam` leads to the exam. */
export const Conditions = ({ conditions, onExam }: { conditions: Condition[]; onExam?: () => void }) => {
  const unmet = conditions.filter(({ met }) => !met)
  if (conditions.length === 0) return null
  return (
    <>
      <Heading>{c('waits')}</Heading>
      <Card>
        <Text className={`q-strong q-block apply-sum ${unmet.length ? '' : 'q-green'}`}>{unmet.length ? c('notYet', { n: unmet.length }) : c('allMet')}</Text>
        {[...unmet, ...conditions.filter(({ met }) => met)].map((one) => (
          <Box key={one.key} className='apply-condition'>
            <Row><Text className='q-grow'>{conditionWords(one)}</Text>{!one.met && <Text className='q-soft q-num'>{farWords(one)}</Text>}<Tag tone={one.met ? 'good' : 'wait'}>{one.met ? `✓ ${c('met')}` : c('unmet')}</Tag></Row>
            {!one.met && <Text className='q-soft q-small q-block'>{mendWords(one)}</Text>}
            {onExam && one.mend === 'pass-exam' && !one.met && <Button small kind='plain' onTap={onExam}>{t('sitExam')}</Button>}
          </Box>
        ))}
      </Card>
    </>
  )
}
