import type { Answer } from '@shared/contract/index'
import { requirementName } from '@/text/figure-words'
import { t } from '@/text'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { type ApplyKey, a } from './text'

type Condition = Answer<'showApplication'>['conditions'][number]

const mendWords = ({ mend, earliest }: Condition) => `${a(`mend-${mend ?? 'none'}` as ApplyKey)}${earliest ? ` · ${a('earliest', { date: earliest })}` : ''}`

/** Every condition of the decision at once, each unmet one with how to mend it; `onExam` leads to the exam. */
export const Conditions = ({ conditions, onExam }: { conditions: Condition[]; onExam?: () => void }) => {
  const unmet = conditions.filter(({ met }) => !met).length
  return (
    <>
      <Heading>{a('waits')}</Heading>
      <Card>
        <Text className={`q-strong q-block ${unmet ? '' : 'q-green'}`}>{unmet ? a('notYet', { n: unmet }) : a('allMet')}</Text>
        {conditions.map((one) => (
          <Box key={one.key} className='q-field'>
            <Row><Text className='q-grow'>{one.key === 'letter' ? a('condition-letter') : requirementName(one.key)}</Text><Tag tone={one.met ? 'good' : 'wait'}>{one.met ? `✓ ${a('met')}` : a('unmet')}</Tag></Row>
            {!one.met && <Text className='q-soft q-small q-block'>{mendWords(one)}</Text>}
            {onExam && one.mend === 'pass-exam' && !one.met && <Button small kind='plain' onTap={onExam}>{t('sitExam')}</Button>}
          </Box>
        ))}
      </Card>
    </>
  )
}
