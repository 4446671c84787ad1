import '../parts/staff.css'
import { useState } from 'react'
import { useQuery } from '@/api/use-query'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { saveText } from '@/platform/save-text'
import { Bar } from '@/ui/figures'
import { Page } from '@/ui/page'
import { Button, Card, Chips, Field, Heading, Row } from '@/ui/parts'
import { Box, Select, Tap, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { useStaff } from '../parts/use-staff'
import { yh } from '../text/homes'
import { BarChart } from './chart'
import { csvOf, type Figures, type Metric, metrics, monthsOf, overall, figureOf } from './figures'

const notes = { distinct: 'distinctNote', came: 'cameNote', held: 'heldNote', seatsFilled: 'rateNote' } as const
const wordsOf = (metric: Metric, value: number | undefined): string => (value === undefined ? '–' : metric === 'seatsFilled' ? yh('rate', { n: value }) : String(value))
/** No home's id. */
const all = 'all'
const short = (month: string) => yh('monthShort', { n: Number(month.slice(5)) })

const Table = ({ figures, homeId }: { figures: Figures; homeId: string }) => (
  <Box className='s-months'>
    <Box className='s-line q-soft q-small' hidden><Text className='s-month-cell'>{yh('monthColumn')}</Text>{metrics.map((metric) => <Text key={metric} className='s-month-cell'>{yh(metric)}</Text>)}</Box>
    <Box role='list' className='q-list' label={yh('table')}>
      {monthsOf(figures, homeId).map((month, i) => (
        <Box key={figures.months[i]} role='listitem' className='s-line'>
          <Text className='s-month-cell q-num'>{figures.months[i]}</Text>
          {metrics.map((metric) => <Box key={metric} className='s-month-cell q-num'><Text className='s-unseen'>{yh(metric)}</Text>{wordsOf(metric, figureOf(metric, month))}</Box>)}
        </Box>
      )).reverse()}
    </Box>
  </Box>
)

const Compare = ({ figures, metric, homeId, onHome }: { figures: Figures; metric: Metric; homeId: string; onHome: (homeId: string) => void }) => {
  const rows = figures.homes.map((home) => ({ ...home, value: overall(metric, home.months) })).sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0))
  return (
    <>
      <Heading>{yh('compare')}</Heading>
      <Card>
        <Text className='q-soft q-small q-block'>{yh('compareWords')}</Text>
        {rows.map(({ homeId: id, name, value }) => {
          const words = metric === 'distinct' ? yh('perMonth', { n: value ?? 0 }) : wordsOf(metric, value)
          return (
            <Tap key={id} className='s-line s-compare' label={`${name} ${words}`} selected={id === homeId} onTap={() => onHome(id === homeId ? '' : id)}>
              <Row><Text className={`q-grow q-cut ${id === homeId ? 'q-strong q-green' : ''}`}>{name}</Text><Text className='q-num q-soft'>{words}</Text></Row>
              <Bar achieved={value ?? 0} required={most} label={words} />
            </Tap>
          )
        })}
      </Card>
    </>
  )
}

const Shown = ({ figures }: { figures: Figures }) => {
  const [metric, setMetric] = useState<Metric>('distinct')
  const [chosen, setChosen] = useState('')
  const several = figures.homes.length > 1
  const homeId = several ? chosen : (figures.homes[0]?.homeId ?? '')
  const months = monthsOf(figures, homeId)
  const points = months.map((month, i) => ({ label: short(figures.months[i] ?? ''), value: figureOf(metric, month), words: wordsOf(metric, figureOf(metric, month)) }))
  const name = figures.homes.find((home) => home.homeId === homeId)?.name ?? yh('allHomes')
  const save = async () => {
    const heads = [yh('homeColumn'), yh('monthColumn'), yh('distinct'), yh('came'), yh('held'), yh('seatedColumn'), yh('capacityColumn')]
    toast(yh((await saveText(`youth-homes-${figures.months.at(-1)}.csv`, csvOf(figures, heads))) ? 'exported' : 'notExported'))
  }
  if (months.every(({ came, events }) => came === 0 && events === 0) && !several) return <Empty title={yh('noFigures')} words={yh('noFiguresWords')} />
  return (
    <Box className={several ? 's-two' : 's-narrow'}>
      <Box>
        {several && <Field label={yh('whichHome')}><Select label={yh('whichHome')} value={homeId || all} onValue={(value) => setChosen(value === all ? '' : value)} options={[[all, yh('allHomes')] as const, ...figures.homes.map((home) => [home.homeId, home.name] as const)]} /></Field>}
        <Field label={yh('metric')}><Chips<Metric> label={yh('metric')} value={metric} onValue={setMetric} options={metrics.map((one) => [one, yh(one)] as const)} /></Field>
        <Card><Text className='q-strong q-block'>{`${name} · ${yh(metric)}`}</Text><BarChart title={`${name} ${yh(metric)}`} points={points} /><Text className='q-soft q-small q-block'>{yh(notes[metric])}</Text></Card>
        <Heading>{yh('table')}</Heading>
        <Card><Table figures={figures} homeId={homeId} /></Card>
        <Button small kind='plain' onTap={() => void save()}>{yh('exportCsv')}</Button>
      </Box>
      {several && <Box><Compare figures={figures} metric={metric} homeId={homeId} onHome={setChosen} /></Box>}
    </Box>
  )
}

/** Twelve months of the homes: participation and activity, by home or together, drawn and in words. */
export default function HomeFigures() {
  const staff = useStaff()
  const { org } = useParams()
  const asked = staff && (org ?? staff.role.scope)
  const query = useQuery('showHomeFigures', asked === undefined ? undefined : { org: asked })
  const pulled = usePulled(query.refresh)
  return <Page title={yh('figures')} wide pulled={pulled}><WithQuery query={query} rows={4}>{(figures) => (figures.homes.length === 0 ? <Empty title={yh('noHomes')} /> : <Shown figures={figures} />)}</WithQuery></Page>
}
