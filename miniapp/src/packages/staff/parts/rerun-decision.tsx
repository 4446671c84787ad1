import { useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { useSend } from '@/api/use-send'
import { localDateTime } from '@/text/format'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { p } from '../text/policy'
import { actName } from './application-words'
import { differences } from './rerun-differences'

type Step = NonNullable<Answer<'showApplication'>['application']>['steps'][number]
type Rerun = Answer<'rerunDecision'>

const Outcome = ({ rerun }: { rerun: Rerun }) => (
  <Box role='status'>
    <Row><Tag tone={rerun.outcome === 'same' ? 'good' : 'bad'}>{p(rerun.outcome === 'same' ? 'rerunSame' : 'rerunDiffers')}</Tag><Text className='q-small'>{p(rerun.again.eligible ? 'rerunEligible' : 'rerunNotEligible')}</Text></Row>
    <Text className='q-soft q-small q-block'>{p('rerunRules', { n: rerun.ruleSet.version, date: rerun.effectiveFrom })}</Text>
    {differences(rerun).map((line) => <Text key={line} className='q-small q-block q-red'>{line}</Text>)}
    {rerun.lost > 0 && <Text className='q-small q-block q-red'>{p('rerunLost', { n: rerun.lost })}</Text>}
    {rerun.birthDate && <Text className='q-small q-block q-amber'>{p('rerunBirth', { was: rerun.birthDate.was, is: rerun.birthDate.is ?? '' })}</Text>}
  </Box>
)

const OneStep = ({ personId, step }: { personId: string; step: Step }) => {
  const [found, setFound] = useState<Rerun>()
  const { send, sending, trouble } = useSend('rerunDecision')
  const what = p('rerunStep', { what: actName(step.act), time: localDateTime(step.at) })
  const run = async () => {
    const reply = await send({ personId, n: step.n })
    if (reply?.ok) setFound(reply.value)
  }
  return (
    <Box className='s-line'>
      <Text className='q-block'>{what}</Text>
      <Refused trouble={trouble} />
      <Box>{found ? <Outcome rerun={found} /> : <Button small kind='plain' busy={sending} label={p('rerunOne', { what })} onTap={() => void run()}>{p('rerun')}</Button>}</Box>
    </Box>
  )
}

/** The steps of an application that keep what they stood on, each to be evaluated again by the rules of its day. */
export const RerunDecision = ({ personId, steps }: { personId: string; steps: Step[] }) => {
  const kept = steps.filter(({ rules }) => rules !== undefined)
  if (kept.length === 0) return null
  return (
    <>
      <Heading>{p('rerun')}</Heading>
      <Card>
        <Text className='q-soft q-small q-block'>{p('rerunWords')}</Text>
        {kept.map((step) => <OneStep key={step.n} personId={personId} step={step} />)}
      </Card>
    </>
  )
}
