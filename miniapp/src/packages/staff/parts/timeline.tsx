import { Card, Heading, Row } from '@/ui/parts'
import { Text } from '@/ui/primitives'
import { ad } from '../text/admission'
import { stateName, type View } from './application-words'

/** When each state was reached, or the earliest that it could be. */
export const Timeline = ({ timeline, earliestAdmission, position }: Pick<View, 'timeline' | 'earliestAdmission'> & { position: string | undefined }) => (
  <>
    <Heading>{ad('timeline')}</Heading>
    <Card>
      {earliestAdmission && !timeline.find(({ state }) => state === 'branch-voted')?.reached && <Text className='q-small q-block q-soft'>{ad('admissionOn', { date: earliestAdmission })}</Text>}
      {timeline.map(({ state, reached, earliest }) => (
        <Row key={state} className='s-stage'>
          <Text className={reached ? 'q-green q-strong' : 'q-soft'}>{reached ? '●' : '○'}</Text>
          <Text className={`q-grow ${state === position ? 'q-strong' : reached ? '' : 'q-soft'}`}>{stateName(state)}</Text>
          <Text className='q-small q-num q-soft'>{reached ?? (earliest ? ad('earliestOn', { date: earliest }) : '')}</Text>
        </Row>
      ))}
    </Card>
  </>
)

type Step = NonNullable<View['application']>['steps'][number]

/** What a step says beside its name: each of it only where it is there. */
export const stepLines = ({ decision, tally, route, points, unit, place, until, number, reason, words, introducer, upheld }: Step): string[] => [
  ...(decision ? [ad('lineDecision', { body: decision.body, n: decision.attendance, minutes: decision.minutes })] : []),
  ...(route ? [ad(`route-${route}`)] : []), ...(unit ? [unit] : []),
  ...(points ? [ad('linePoints', { have: points.points, need: points.needed })] : []),
  ...(tally ? [ad('lineTally', { present: tally.present, yes: tally.for, no: tally.against, abstain: tally.abstain })] : []),
  ...(number ? [ad('lineNumber', { number })] : []), ...(place ? [place] : []), ...(until ? [ad('lineUntil', { date: until })] : []),
  ...(introducer ? [introducer.name] : []), ...(upheld === undefined ? [] : [ad(upheld ? 'upheld' : 'notUpheld')]),
  ...(reason ? [reason] : []), ...(words ? [words] : []),
]
