import '../parts/staff.css'
import { useState } from 'react'
import { usePages } from '@/api/use-pages'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { requirementName } from '@/text/figure-words'
import { Page } from '@/ui/page'
import { Card, Field, Row, Tag } from '@/ui/parts'
import { Box, Select, Text, TextInput } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { OrgPick } from '../parts/org-pick'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'

const keys = ['age', 'civics-class', 'league-class', 'volunteer-hours', 'youth-study', 'quality-activity']

/** Who is missing what. */
export default function Members() {
  const staff = useStaff(true)
  const [missing, setMissing] = useState('')
  const [name, setName] = useState('')
  const pages = usePages('listMembers', staff && { org: staff.org, ...(missing && { missing }), ...(name.trim() && { name: name.trim() }) })
  const pulled = usePulled(pages.refresh)
  return (
    <Page title={s('members')} wide pulled={pulled}>
      {staff && <OrgPick staff={staff} />}
      <Box className='s-filters s-filters-two'>
        <Field label={s('missingWhat')}><Select label={s('missingWhat')} value={missing || 'any'} onValue={(key) => setMissing(key === 'any' ? '' : key)} options={[['any', s('anyMissing')], ...keys.map((key) => [key, requirementName(key)] as const)]} /></Field>
        <Field label={s('findName')}><TextInput label={s('findName')} value={name} onValue={setName} maxLength={40} /></Field>
      </Box>
      <WithQuery query={{ ...pages, value: pages.items }}>
        {(items) => items.length === 0 ? <Empty title={s('noMembers')} words={s('noMembersWords')} /> : items.map((one) => {
          const unmet = one.figures.filter((figure) => figure.enforcement === 'required' && !figure.met).map((figure) => requirementName(figure.key))
          return (
            <Card key={one.personId} onTap={() => go('staff/member', { id: one.personId })} label={one.name}>
              <Row><Text className='q-grow q-strong'>{one.name}</Text>{one.pending > 0 && <Tag tone='wait'>{s('waitingN', { n: one.pending })}</Tag>}{!one.bound && <Tag>{s('notBound')}</Tag>}</Row>
              <Text className='q-soft q-small q-block'>{one.branchName}{one.className ? ` · ${one.className}` : ''}</Text>
              <Text className={`q-block ${unmet.length ? '' : 'q-green'}`}>{unmet.length ? s('missingList', { what: unmet.join('、') }) : s('allMet')}</Text>
            </Card>
          )
        })}
      </WithQuery>
      <ListEnd pages={pages} />
    </Page>
  )
}
