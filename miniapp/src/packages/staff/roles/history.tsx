import type { Answer } from '@shared/contract/index'
import { memo } from 'react'
import { usePages } from '@/api/use-pages'
import { usePulled } from '@/platform/page-events'
import { t } from '@/text'
import { localDateTime } from '@/text/format'
import { Card, Row, Tag, type Tone } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { s } from '../text'

type Step = Answer<'listRoleGrants'>['items'][number]

const tones: Record<Step['kind'], Tone> = { proposed: 'wait', approved: 'good', appointed: 'good', refused: 'bad', removed: 'bad', withdrawn: 'plain', 'code-issued': 'plain', unbound: 'plain' }

const StepCard = memo(({ step }: { step: Step }) => (
  <Card>
    <Row><Text className='q-grow q-strong'>{step.name}</Text><Tag tone={tones[step.kind]}>{s(`step-${step.kind}`)}</Tag></Row>
    <Text className='q-block'>{t(`role-${step.role}`)} · {step.scopeName}</Text>
    {step.why !== undefined && <Text className='q-block'>{s('becauseOf', { why: step.why })}</Text>}
    <Text className='q-soft q-small q-block'>{localDateTime(step.at)} · {step.byName ?? s('operator')}</Text>
  </Card>
))

/** Who did what, when and why; nothing of it is ever changed. */
export const History = ({ org }: { org: string }) => {
  const pages = usePages('listRoleGrants', { org })
  usePulled(pages.refresh)
  return (
    <Box className='s-narrow'>
      <WithQuery query={{ ...pages, value: pages.items }}>{(steps) => steps.length === 0 ? <Empty title={s('noSteps')} /> : steps.map((step) => <StepCard key={step.n} step={step} />)}</WithQuery>
      <ListEnd pages={pages} />
    </Box>
  )
}
