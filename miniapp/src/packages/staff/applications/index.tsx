import '../parts/staff.css'
import { useState } from 'react'
import { usePages } from '@/api/use-pages'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { requirementName } from '@/text/figure-words'
import { localDateTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Card, Chips, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { OrgPick } from '../parts/org-pick'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'

const states = ['applied', 'returned', 'approved', 'withdrawn'] as const

export default function Applications() {
  const staff = useStaff(true)
  const [state, setState] = useState<(typeof states)[number]>('applied')
  const pages = usePages('listApplications', staff && { org: staff.org, state })
  const pulled = usePulled(pages.refresh)
  return (
    <Page title={s('applications')} wide pulled={pulled}>
      {staff && <OrgPick staff={staff} />}
      <Box style={{ marginBottom: '12px' }}><Chips label={s('applications')} value={state} onValue={setState} options={states.map((one) => [one, s(`state-${one}`)] as const)} /></Box>
      <WithQuery query={{ ...pages, value: pages.items }}>
        {(items) => items.length === 0 ? <Empty title={s('noApplications')} /> : items.map((one) => (
          <Card key={one.person.personId} onTap={() => go('staff/application', { id: one.person.personId })} label={one.person.name}>
            <Row><Text className='q-grow q-strong'>{one.person.name}</Text><Tag tone={one.eligible ? 'good' : 'wait'}>{one.eligible ? s('allMet') : s('missingList', { what: one.unmet.map(requirementName).join('、') })}</Tag></Row>
            <Text className='q-soft q-small q-block'>{one.person.branchName} · {localDateTime(one.at)}</Text>
          </Card>
        ))}
      </WithQuery>
      <ListEnd pages={pages} />
    </Page>
  )
}
