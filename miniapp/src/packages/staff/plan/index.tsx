import '../parts/staff.css'
import { useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { type Query, useQuery } from '@/api/use-query'
import { go, useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { saveText } from '@/platform/save-text'
import { localDateTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Chips, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { useGrantor } from '../parts/use-grantor'
import { pl } from '../text/plan'
import { BranchQuotas } from './branch-quotas'
import { GiveNumbers } from './give-numbers'
import { planCsv } from './plan-csv'
import type { Committee } from './quota-form'
import { SetQuota } from './set-quota'
import { SetStage, Stages } from './stages'

type Plan = Answer<'showPlan'>

const Figures = ({ committee: { quota, spread, reserved, used } }: { committee: Committee }) => {
  const rows = [[pl('total'), quota], [pl('spread'), spread], [pl('reserved'), reserved], [pl('used'), used], [pl('left'), Math.max(0, spread - reserved - used)]] as const
  return <Box className='s-figures s-figures-three'>{rows.map(([words, n]) => <Box key={words} className='s-figure'><Text className='s-figure-n'>{n ?? '–'}</Text><Text className='q-soft q-small'>{words}</Text></Box>)}</Box>
}

/** One committee among the county's: what it has and what is left, opened for more. */
const CommitteeCard = ({ committee, year }: { committee: Committee; year: number }) => {
  const { id, name, quota, spread, reserved, used, numbers, stage, leagueMembers, youth } = committee
  const words = quota === undefined ? pl('noQuota') : [pl('quotaShort', { n: quota }), `${pl('spread')} ${spread}`, `${pl('reserved')} ${reserved}`, `${pl('used')} ${used}`].join(' · ')
  return (
    <Card onTap={() => go('staff/plan', { org: id, year: String(year) })}>
      <Row><Text className='q-grow q-strong'>{name}</Text>{stage && <Tag>{pl(`stage-${stage}`)}</Tag>}<Text className='q-green q-strong'>›</Text></Row>
      <Text className='q-block q-small q-num'>{words}</Text>
      <Text className='q-soft q-small q-block q-num'>{[numbers.given === 0 ? pl('noNumbers') : pl('numbersLeft', { n: numbers.left }), pl('branchRatio', { n: leagueMembers, of: youth })].join(' · ')}</Text>
    </Card>
  )
}

const Numbers = ({ committee, plan, county, onGiven }: { committee: Committee; plan: Plan; county: boolean; onGiven: () => void }) => {
  // The county alone is told what is free, and that is asked of the whole county.
  const query = useQuery('listNumbers', { org: county ? (committee.id.split('.')[0] ?? committee.id) : committee.id, year: plan.year })
  const [giving, setGiving] = useState(false)
  return (
    <>
      <Heading>{pl('numbers')}</Heading>
      <WithQuery query={query} rows={1}>
        {({ free, items }) => {
          const own = items.filter((range) => range.committee === committee.id)
          return (
            <Card>
              {own.length === 0 && <Text className='q-soft q-block'>{pl('noNumbers')}</Text>}
              {own.map(({ from, to, first, last, left, at, byName }) => (
                <Box key={from} className='s-line'>
                  <Text className='q-block q-num q-strong'>{pl('rangeOf', { first, last })}</Text>
                  <Text className='q-soft q-small q-block q-num'>{[pl('rangeLeft', { n: to - from + 1, left }), at && byName && pl('givenBy', { who: byName, time: localDateTime(at) })].filter(Boolean).join(' · ')}</Text>
                </Box>
              ))}
              {county && plan.year >= plan.thisYear && <Box style={{ marginTop: '12px' }}><Button small kind='plain' onTap={() => setGiving(true)}>{pl('giveNumbers')}</Button></Box>}
              {county && <Box>{giving && <GiveNumbers committee={committee} year={plan.year} free={free} onClose={() => setGiving(false)} onDone={() => { setGiving(false); void query.refresh(); onGiven() }} />}</Box>}
            </Card>
          )
        }}
      </WithQuery>
    </>
  )
}

const OneCommittee = ({ plan, query, county }: { plan: Plan; query: Query<Plan>; county: boolean }) => {
  const [sheet, setSheet] = useState<'quota' | 'stage'>()
  const [committee] = plan.committees
  if (!committee) return <Empty title={pl('noCommittees')} />
  const { name, kind, stage, at, byName } = committee
  const open = plan.year >= plan.thisYear
  const stale = () => void query.refresh()
  return (
    <Box className='s-two'>
      <Box>
        <Heading>{name}</Heading>
        <Card>
          <Figures committee={committee} />
          {committee.quota === undefined && <Text className='q-soft q-small q-block'>{pl('noQuota')}</Text>}
          {at && byName && <Text className='q-soft q-small q-block'>{pl('savedBy', { who: byName, time: localDateTime(at) })}</Text>}
          {county && open && <Box style={{ marginTop: '12px' }}><Button small kind='plain' onTap={() => setSheet('quota')}>{pl('setQuota')}</Button></Box>}
        </Card>
        <Numbers committee={committee} plan={plan} county={county} onGiven={stale} />
        <Stages stages={plan.stages} />
        {county && kind === 'school' && <Card><Row><Text className='q-grow'>{`${pl('stage')} · ${stage ? pl(`stage-${stage}`) : pl('noStage')}`}</Text><Button small kind='plain' onTap={() => setSheet('stage')}>{pl('setStage')}</Button></Row></Card>}
      </Box>
      <Box><BranchQuotas key={plan.year} committee={committee} year={plan.year} open={open} onSaved={query.put} onStale={stale} /></Box>
      {sheet === 'quota' && <SetQuota committee={committee} year={plan.year} onClose={() => setSheet(undefined)} onDone={(next) => { setSheet(undefined); query.put(next) }} onStale={stale} />}
      {sheet === 'stage' && <SetStage committee={committee} onClose={() => setSheet(undefined)} onDone={stale} />}
    </Box>
  )
}

const County = ({ plan }: { plan: Plan }) => {
  const save = async () => toast(pl((await saveText(`plan-${plan.year}.csv`, planCsv(plan))) ? 'exported' : 'notExported'))
  if (plan.committees.length === 0) return <Empty title={pl('noCommittees')} />
  return (
    <>
      <Stages stages={plan.stages} />
      <Heading>{pl('committees')}</Heading>
      <Box className='s-tools'><Button small kind='plain' onTap={() => void save()}>{pl('export')}</Button></Box>
      <Box className='s-columns'>{plan.committees.map((committee) => <CommitteeCard key={committee.id} committee={committee} year={plan.year} />)}</Box>
    </>
  )
}

/** The year's plan: of the county all committees, of a committee its quota, numbers and branches. */
export default function PlanPage() {
  const staff = useGrantor()
  const params = useParams()
  const org = staff && (params.org ?? staff.role.scope)
  const county = staff?.role.name === 'county-committee'
  const [year, setYear] = useState<number | undefined>(params.year ? Number(params.year) : undefined)
  const query = useQuery('showPlan', org === undefined ? undefined : { org, ...(year !== undefined && { year }) })
  const pulled = usePulled(query.refresh)
  return (
    <Page title={pl('plan')} wide pulled={pulled}>
      <WithQuery query={query} rows={4}>
        {(plan) => (
          <>
            <Box style={{ marginBottom: '12px' }}><Chips label={pl('year')} value={String(plan.year)} onValue={(value) => setYear(Number(value))} options={[...new Set([plan.thisYear - 1, plan.thisYear, plan.thisYear + 1, plan.year])].sort().map((one) => [String(one), pl('planOf', { year: one })] as const)} /></Box>
            {org?.includes('.') ? <OneCommittee plan={plan} query={query} county={county} /> : <County plan={plan} />}
          </>
        )}
      </WithQuery>
    </Page>
  )
}
