import { useState } from 'react'
import { type SchoolStage, schoolStages } from '@shared/model/procedure'
import type { Answer } from '@shared/contract/index'
import { useSend } from '@/api/use-send'
import { Card, Field, Heading, Row, Tag } from '@/ui/parts'
import { Bar } from '@/ui/figures'
import { Box, Select, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { pl } from '../text/plan'
import type { Committee } from './quota-form'

type Stage = Answer<'showPlan'>['stages'][number]
const percentOf = ({ leagueMembers, youth }: Pick<Stage, 'leagueMembers' | 'youth'>): number => (youth === 0 ? 0 : Math.round((leagueMembers / youth) * 1000) / 10)

/** Members to youth by school stage; over the county's ceiling it says so in words, not by colour alone. */
export const Stages = ({ stages }: { stages: Stage[] }) => (
  <>
    <Heading>{pl('ratio')}</Heading>
    <Card>
      <Text className='q-soft q-small q-block'>{stages.length === 0 ? pl('noStages') : pl('ratioWords')}</Text>
      {stages.map((one) => {
        const words = pl('ratioOf', { n: one.leagueMembers, of: one.youth })
        return (
          <Box key={one.stage} className='s-line'>
            <Row><Text className='q-grow q-strong'>{pl(`stage-${one.stage}`)}</Text><Tag tone={one.over ? 'bad' : 'good'}>{pl(one.over ? 'over' : 'ceiling', { n: one.ceiling })}</Tag><Text className={`q-num q-strong ${one.over ? 's-wrong' : ''}`}>{pl('ratioPercent', { n: percentOf(one) })}</Text></Row>
            <Text className='q-soft q-small q-block q-num'>{words}</Text>
            <Bar achieved={percentOf(one)} required={100} label={words} />
          </Box>
        )
      })}
    </Card>
  </>
)

const none = 'none'

/** Which stage a school has, and those of its branches that differ. */
export const SetStage = ({ committee, onClose, onDone }: { committee: Committee; onClose: () => void; onDone: () => void }) => {
  const [chosen, setChosen] = useState<Record<string, string>>({ [committee.id]: committee.stage ?? none, ...Object.fromEntries(committee.branches.map(({ id, stage }) => [id, stage === committee.stage ? none : (stage ?? none)])) })
  const { send, sending, trouble } = useSend('setSchoolStage')
  const put = async (org: string, value: string) => {
    const before = chosen[org] ?? none
    setChosen((now) => ({ ...now, [org]: value }))
    const reply = await send({ org, stage: value === none ? null : (value as SchoolStage) })
    if (reply?.ok) {
      toast(pl('stageSaved'))
      onDone()
    } else setChosen((now) => ({ ...now, [org]: before }))
  }
  const options = (empty: string) => [[none, empty] as const, ...schoolStages.map((stage) => [stage, pl(`stage-${stage}`)] as const)]
  return (
    <Sheet title={`${committee.name} ${pl('stage')}`} onClose={onClose}>
      <Field label={committee.name} hint={pl('stageHint')}><Select label={committee.name} value={chosen[committee.id] ?? none} onValue={(value) => void put(committee.id, value)} options={options(pl('noStage'))} /></Field>
      {committee.branches.map(({ id, name }) => <Field key={id} label={name}><Select label={name} value={chosen[id] ?? none} onValue={(value) => void put(id, value)} options={options(pl('asSchool'))} /></Field>)}
      <Box role='status'>{sending && <Text className='q-soft q-small q-block'>…</Text>}</Box>
      <Refused trouble={trouble} />
    </Sheet>
  )
}
