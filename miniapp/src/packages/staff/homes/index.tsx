import '../parts/staff.css'
import { standardNames } from '@shared/model/youth-home'
import type { Answer } from '@shared/contract/index'
import { memo, useState } from 'react'
import { useQuery } from '@/api/use-query'
import { y } from '@/features/youth-home/text'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { Card, Chips, Row, Tag } from '@/ui/parts'
import { Bar } from '@/ui/figures'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { stateTones } from '../parts/home-tones'
import { useStaff } from '../parts/use-staff'
import { yh } from '../text/homes'

type Home = Answer<'listHomeStandards'>['homes'][number]
type Standing = Home['standards'][number]

/** Something was written that nobody looked at yet. */
const waits = ({ state, changedSince, revision }: Standing) => changedSince || (state === 'not-assessed' && revision > 0)

const Mark = ({ one }: { one: Standing }) => (
  <Box className='s-mark'>
    <Text className='q-small q-soft q-block'>{y(one.standard)}</Text>
    <Tag tone={one.revision === 0 ? 'plain' : stateTones[one.state]}>{one.revision === 0 ? yh('empty') : y(one.state)}</Tag>
    {one.changedSince && <Text className='q-small q-block s-changed'>{yh('changedSince')}</Text>}
  </Box>
)

const HomeCard = memo(({ home: { homeId, name, standards } }: { home: Home }) => (
  <Card className='s-upright' onTap={() => go('staff/youth-home', { id: homeId })}>
    <Row><Text className='q-grow q-strong'>{name}</Text><Text className='q-green q-strong'>›</Text></Row>
    <Box className='s-marks'>{standards.map((one) => <Mark key={one.standard} one={one} />)}</Box>
  </Card>
))

const Summary = ({ homes }: { homes: readonly Home[] }) => (
  <Card>
    {standardNames.map((name) => {
      const met = homes.filter(({ standards }) => standards.some(({ standard, state }) => standard === name && state === 'met')).length
      const words = yh('metOf', { n: met, of: homes.length })
      return <Box key={name} className='s-line'><Row><Text className='q-grow'>{y(name)}</Text><Text className='q-num q-soft'>{words}</Text></Row><Bar achieved={met} required={homes.length} label={`${y(name)} ${words}`} /></Box>
    })}
  </Card>
)

/** The homes of a county or township, the five standards of each side by side. */
export default function Homes() {
  const staff = useStaff()
  const org = staff?.role.scope
  const query = useQuery('listHomeStandards', org === undefined ? undefined : { org })
  const [look, setLook] = useState<'all' | 'wait'>('all')
  const pulled = usePulled(query.refresh)
  return (
    <Page title={yh('homes')} wide pulled={pulled}>
      <WithQuery query={query} rows={4}>
        {({ homes }) => {
          const shown = look === 'all' ? homes : homes.filter(({ standards }) => standards.some(waits))
          if (homes.length === 0) return <Empty title={yh('noHomes')} />
          return (
            <>
              <Summary homes={homes} />
              <Card onTap={() => go('staff/home-figures')}><Row><Box className='q-grow'><Text className='q-strong q-block'>{yh('figures')}</Text><Text className='q-soft q-small q-block'>{yh('figuresWords')}</Text></Box><Text className='q-green q-strong'>›</Text></Row></Card>
              <Box className='s-tools'><Chips<'all' | 'wait'> label={yh('look')} value={look} onValue={setLook} options={[['all', yh('all')], ['wait', `${yh('toAssess')} ${homes.filter(({ standards }) => standards.some(waits)).length}`]]} /></Box>
              {shown.length === 0 ? <Empty title={yh('noneToAssess')} words={yh('noneToAssessWords')} /> : <Box className='s-columns'>{shown.map((home) => <HomeCard key={home.homeId} home={home} />)}</Box>}
            </>
          )
        }}
      </WithQuery>
    </Page>
  )
}
