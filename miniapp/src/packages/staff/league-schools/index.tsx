import '../parts/staff.css'
import { useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { saveFile } from '@/platform/save-file'
import { Bar } from '@/ui/figures'
import { Page } from '@/ui/page'
import { Button, Card, Chips, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { PaceTag, yearOptions } from '../parts/league-figures'
import { unplanned } from '../parts/unplanned'
import { useGrantor } from '../parts/use-grantor'
import { lg } from '../text/league-school'

type Listed = Answer<'listLeagueSchools'>
type School = Listed['schools'][number]

const SchoolCard = ({ school, list: { atLeast, year } }: { school: School; list: Listed }) => {
  const asked = school.kind === 'school' ? atLeast : 0
  const held = asked ? lg('heldOf', { n: school.held, of: asked }) : lg('heldN', { n: school.held })
  const missing = unplanned(school, asked)
  return (
    <Card onTap={() => go('staff/league-school', { org: school.org, year: String(year) })}>
      <Row><Text className='q-grow q-strong'>{school.name}</Text><PaceTag figures={school} atLeast={asked} />{missing > 0 && <Tag tone='wait'>{lg('notEnough', { n: missing })}</Tag>}<Text className='q-green q-strong'>›</Text></Row>
      <Text className='q-block q-small q-num'>{[held, lg('planned', { n: school.coming }), lg('lessonsN', { n: school.lessons })].join(' · ')}</Text>
      {asked > 0 && <Box className='s-under-field'><Bar achieved={school.held} required={asked} label={held} /></Box>}
      <Text className='q-soft q-small q-block q-num'>{[school.lastSession ? lg('lastOn', { date: school.lastSession }) : lg('never'), school.nextSession && lg('nextOn', { date: school.nextSession })].filter(Boolean).join(' · ')}</Text>
    </Card>
  )
}

const Export = ({ org, year }: { org: string; year: number }) => {
  const { send, sending, trouble } = useSend('exportLeagueSchools')
  const save = async () => {
    const reply = await send({ org, year, format: 'xlsx' })
    if (reply?.ok) toast(lg((await saveFile(reply.value.fileName, reply.value.content, reply.value.contentType)) ? 'exported' : 'notExported'))
  }
  return <><Box className='s-tools s-tools-end'><Button small kind='plain' busy={sending} onTap={() => void save()}>{lg('export')}</Button></Box><Refused trouble={trouble} /></>
}

/** Every League school of the county: who is behind stands first. */
export default function LeagueSchools() {
  const staff = useGrantor()
  const [year, setYear] = useState<number>()
  const query = useQuery('listLeagueSchools', staff && { org: staff.role.scope, ...(year !== undefined && { year }) })
  const pulled = usePulled(query.refresh)
  return (
    <Page title={lg('schools')} wide pulled={pulled}>
      <WithQuery query={query} rows={4}>
        {(list) => (
          <>
            <Box className='s-intro'><Chips label={lg('year')} value={String(list.year)} onValue={(value) => setYear(Number(value))} options={yearOptions(list.thisYear, list.year)} /></Box>
            <Text className='q-soft q-small q-block s-intro'>{lg('pace', { n: list.atLeast })}</Text>
            {staff && list.schools.length > 0 && <Export org={staff.role.scope} year={list.year} />}
            {list.schools.length === 0 ? <Empty title={lg('noSchools')} /> : <Box className='s-columns'>{list.schools.map((school) => <SchoolCard key={school.org} school={school} list={list} />)}</Box>}
          </>
        )}
      </WithQuery>
    </Page>
  )
}
