import '../parts/staff.css'
import { memo, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { usePages } from '@/api/use-pages'
import { useQuery } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { requirementName } from '@/text/figure-words'
import { Page } from '@/ui/page'
import { Button, Card, Field, Row, Tag } from '@/ui/parts'
import { Box, Select, Text, TextInput } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { WithAside } from '../parts/aside'
import { ExportSheet } from '../parts/export-sheet'
import { MemberDetail } from '../parts/member-detail'
import { k } from '../cards/text'
import { OrgPick } from '../parts/org-pick'
import { useStaff } from '../parts/use-staff'
import { useWide } from '../parts/use-wide'
import { s } from '../text'
import { pl } from '../text/plan'

type Member = Answer<'listMembers'>['items'][number]

const MemberCard = memo(({ one, org, chosen, onOpen }: { one: Member; org: string; chosen: boolean; onOpen: (personId: string) => void }) => {
  const unmet = one.figures.filter((figure) => figure.enforcement === 'required' && !figure.met).map((figure) => requirementName(figure.key))
  return (
    <Card className={chosen ? 's-row-on' : ''} onTap={() => onOpen(one.personId)}>
      <Row><Text className='q-grow q-strong'>{one.name}</Text>{one.leagueMember && <Tag tone='good'>{pl('member')}</Tag>}{one.pending > 0 && <Tag tone='wait'>{s('waitingN', { n: one.pending })}</Tag>}{!one.bound && <Tag>{s('notBound')}</Tag>}</Row>
      <Text className='q-soft q-small q-block'>{[one.branch !== org && one.branchName, one.className].filter(Boolean).join(' · ')}</Text>
      {one.leagueMember ? <Text className='q-block q-num'>{pl('memberSince', { date: one.leagueMember.since })}</Text> : <Text className={`q-block ${unmet.length ? '' : 'q-green'}`}>{unmet.length ? s('missingList', { what: unmet.join(s('listComma')) }) : s('allMet')}</Text>}
    </Card>
  )
})

const Beside = ({ personId }: { personId: string }) => <MemberDetail personId={personId} progress={useQuery('showProgress', { personId })} />

/** Who is missing what. */
export default function Members() {
  const staff = useStaff(true)
  const wide = useWide()
  const [missing, setMissing] = useState('')
  const [name, setName] = useState('')
  const [open, setOpen] = useState<string>()
  const pages = usePages('listMembers', staff && { org: staff.org, ...(missing && { missing }), ...(name.trim() && { name: name.trim() }) })
  const requirements = useQuery('showDashboard', staff && { org: staff.org }).value?.requirements ?? []
  const pulled = usePulled(pages.refresh)
  const opened = pages.items?.find(({ personId }) => personId === open)
  return (
    <Page title={s('members')} wide pulled={pulled}>
      {staff && <OrgPick staff={staff} />}
      <Box className='s-filters s-filters-two'>
        <Field label={s('missingWhat')}><Select label={s('missingWhat')} value={missing || 'any'} onValue={(key) => setMissing(key === 'any' ? '' : key)} options={[['any', s('anyMissing')], ...requirements.map(({ key }) => [key, requirementName(key)] as const)]} /></Field>
        <Field label={s('findName')}><TextInput label={s('findName')} value={name} onValue={setName} maxLength={40} /></Field>
      </Box>
      <Box className='s-tools s-tools-end'>
        <Button small kind='plain' onTap={() => go('staff/slips')}>{s('goMembers')}</Button>
        <Button small kind='plain' onTap={() => go('staff/cards')}>{k('title')}</Button>
        {staff && <ExportSheet org={staff.org} />}
      </Box>
      <WithAside title={opened?.name ?? ''} empty={s('chooseMember')} onClose={() => setOpen(undefined)} detail={opened && <Beside key={opened.personId} personId={opened.personId} />} list={
        <>
          <WithQuery query={{ ...pages, value: pages.items }}>
            {(items) => items.length === 0 ? <Empty title={s('noMembers')} words={s('noMembersWords')} /> : items.map((one) => <MemberCard key={one.personId} one={one} org={staff?.org ?? ''} chosen={one.personId === open} onOpen={wide ? setOpen : openMember} />)}
          </WithQuery>
          <ListEnd pages={pages} />
        </>
      } />
    </Page>
  )
}

const openMember = (id: string) => go('staff/member', { id })
