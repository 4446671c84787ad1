import { Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { ad } from '../text/admission'
import { actName, type Condition, conditionName, mendWords, type View, whoWaits } from './application-words'

/** Of these, how many there are of how many is said. */
const counted = new Set(['routes', 'mentor-talks', 'notice-days', 'quorum'])

/** Conditions at once, the unmet ones first and each with how it is mended. */
export const Conditions = ({ conditions }: { conditions: readonly Condition[] }) => (
  <>
    {[...conditions.filter(({ met }) => !met), ...conditions.filter(({ met }) => met)].map((one) => (
      <Box key={one.key} className='s-line'>
        <Row><Text className='q-grow'>{conditionName(one)}</Text>{counted.has(one.key) && one.required !== undefined && <Text className='q-soft q-num'>{ad('ofN', { have: one.achieved ?? 0, need: one.required })}</Text>}<Tag tone={one.met ? 'good' : 'wait'}>{one.met ? `✓ ${ad('met')}` : ad('unmet')}</Tag></Row>
        {!one.met && <Text className='q-soft q-small q-block'>{mendWords(one)}</Text>}
      </Box>
    ))}
  </>
)

/** The act that leads on, whom it waits for, and all that it still lacks. */
export const NextAct = ({ next }: { next: NonNullable<View['next']> }) => {
  const unmet = next.conditions.filter(({ met }) => !met).length
  return (
    <>
      <Heading>{ad('waits', { what: actName(next.act) })}</Heading>
      <Card>
        <Row><Text className={`q-grow q-strong ${unmet ? '' : 'q-green'}`}>{unmet ? ad('unmetN', { n: unmet }) : ad('allMet')}</Text><Tag tone='info'>{ad('waitsFor', { who: whoWaits(next.by) })}</Tag></Row>
        {next.conditions.length > 0 && <Box className='s-under-field'><Conditions conditions={next.conditions} /></Box>}
      </Card>
    </>
  )
}
