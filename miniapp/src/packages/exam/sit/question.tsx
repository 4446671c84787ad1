import { Card, Row, Tag } from '@/ui/parts'
import { Box, Tap, Text } from '@/ui/primitives'
import { pressed, type Sitting } from '../kept-exam'
import { e } from '../text'

type Asked = NonNullable<Sitting['questions']>[number]

/** One question with its options: one of them, or for several answers as many as are right. */
export const Question = ({ asked, choice, onChoice }: { asked: Asked; choice: readonly number[]; onChoice: (choice: number[]) => void }) => {
  const several = asked.kind === 'multiple'
  return (
    <Card>
      <Row><Tag tone='info'>{e(`kind-${asked.kind}`)}</Tag><Text className='q-soft q-small'>{e(several ? 'chooseAll' : 'chooseOne')}</Text></Row>
      <Box className='e-stem' id='stem'>{asked.stem}</Box>
      <Box role={several ? 'group' : 'radiogroup'} label={asked.stem}>
        {asked.options.map((option, i) => {
          const on = choice.includes(i)
          return (
            <Tap key={option} role={several ? 'checkbox' : 'radio'} selected={on} className={`e-option ${on ? 'e-option-on' : ''}`} onTap={() => onChoice(pressed(asked.kind, choice, i))}>
              <Text className={`e-letter ${several ? 'e-letter-box' : ''} ${on ? 'e-letter-on' : ''}`}>{on ? '✓' : 'ABCDEF'[i]}</Text>
              <Text className='q-grow'>{option}</Text>
            </Tap>
          )
        })}
      </Box>
    </Card>
  )
}
