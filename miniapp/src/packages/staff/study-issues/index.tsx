import '../parts/staff.css'
import { memo, useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { usePages } from '@/api/use-pages'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { usePulled } from '@/platform/page-events'
import { t } from '@/text'
import { localDateTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Field, Heading, Row, Tag, type Tone } from '@/ui/parts'
import { Box, DateInput, Text, TextInput, TimeInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Empty, Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { useStaff } from '../parts/use-staff'
import { p } from '../text/policy'
import { type Faults, faultsFrom, faultsOf, isLater, type IssueForm, newIssue, publishedAtOf } from './issue-form'

type Issue = Answer<'listStudyIssues'>['items'][number]
const tones: Record<Issue['state'], Tone> = { published: 'good', coming: 'info', withdrawn: 'plain' }

const NewIssue = ({ org, onDone }: { org: string; onDone: () => void }) => {
  const [form, setForm] = useState(() => newIssue(Date.now()))
  const [checked, setChecked] = useState(false)
  const [told, setTold] = useState<Faults>({})
  const { send, sending, trouble, clear } = useSend('publishStudyIssue')
  const put = <K extends keyof IssueForm>(key: K, value: string) => {
    setTold({})
    clear()
    setForm((now) => ({ ...now, [key]: value }))
  }
  const faults: Faults = { ...told, ...(checked && faultsOf(form)) }
  const said = (field: keyof Faults) => faults[field] && p(faults[field])
  const publish = async () => {
    setChecked(true)
    if (Object.keys(faultsOf(form)).length) return buzz(false)
    const reply = await send({ org, id: form.id.trim(), title: form.title.trim(), publishedAt: publishedAtOf(form) })
    if (!reply) return
    if (!reply.ok) return setTold(reply.trouble.code === 'id-reused' ? { id: 'idTaken' } : faultsFrom(reply.trouble.errors))
    setForm(newIssue(Date.now()))
    setChecked(false)
    toast(p('issuePublished'))
    onDone()
  }
  return (
    <Card>
      <Field label={p('issueId')} hint={p('issueIdHint')} fault={said('id')} id='issue-id'><TextInput id='issue-id' label={p('issueId')} value={form.id} onValue={(value) => put('id', value)} maxLength={32} /></Field>
      <Field label={p('issueTitle')} fault={said('title')} id='issue-title'><TextInput id='issue-title' label={p('issueTitle')} value={form.title} onValue={(value) => put('title', value)} placeholder={p('issueTitleHint')} maxLength={40} /></Field>
      <Field label={`${p('issueDay')} · ${p('issueTime')}`} hint={isLater(form, Date.now()) ? p('issueLater') : undefined} fault={said('time')} id='issue-time'>
        <Row><Box className='q-grow'><DateInput label={p('issueDay')} value={form.day} onValue={(value) => put('day', value)} /></Box><Box className='q-grow'><TimeInput label={p('issueTime')} value={form.time} onValue={(value) => put('time', value)} /></Box></Row>
      </Field>
      <Refused trouble={trouble?.code === 'id-reused' ? undefined : trouble} />
      <Button busy={sending} onTap={() => void publish()}>{p('publishIssue')}</Button>
    </Card>
  )
}

const IssueCard = memo(({ issue, onWithdraw }: { issue: Issue; onWithdraw: ((issue: Issue) => void) | undefined }) => {
  const { id, title, publishedAt, state, at, byName } = issue
  return (
    <Card>
      <Row>
        <Box className='q-grow'>
          <Box className='q-wrap'><Text className='q-strong'>{title ?? id}</Text><Tag tone={tones[state]}>{p(`issue-${state}`)}</Tag></Box>
          <Text className='q-soft q-block q-num'>{[title && id, localDateTime(publishedAt)].filter(Boolean).join(' · ')}</Text>
          {state === 'withdrawn' && at && <Text className='q-soft q-small q-block'>{p('withdrawnBy', { who: byName ?? p('nobodyNamed'), time: localDateTime(at) })}</Text>}
        </Box>
        {onWithdraw && state !== 'withdrawn' && <Button small kind='plain' label={`${p('withdraw')} ${title ?? id}`} onTap={() => onWithdraw(issue)}>{p('withdraw')}</Button>}
      </Row>
    </Card>
  )
})

const Withdraw = ({ org, issue, onClose, onDone }: { org: string; issue: Issue; onClose: () => void; onDone: () => void }) => {
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('withdrawStudyIssue')
  const withdraw = async () => {
    const reply = await send({ org, issueId: issue.id, id: id.current })
    if (!reply?.ok) return
    toast(p('withdrawn'))
    onDone()
  }
  return (
    <Sheet title={`${p('withdraw')}${t('colon')}${issue.title ?? issue.id}`} onClose={onClose} closeWords={t('cancel')}>
      <Box style={{ marginBottom: '16px' }}>{p('withdrawAsk')}</Box>
      <Refused trouble={trouble} />
      <Button kind='danger' busy={sending} onTap={() => void withdraw()}>{p('withdraw')}</Button>
    </Sheet>
  )
}

/** The county's issues of the weekly study: its committee publishes and withdraws, others of the staff see them. */
export default function StudyIssues() {
  const staff = useStaff(true)
  const org = staff?.role.scope
  const mine = staff?.role.name === 'county-committee'
  const pages = usePages('listStudyIssues', org === undefined ? undefined : { org, limit: 50 })
  const [asked, setAsked] = useState<Issue>()
  const pulled = usePulled(pages.refresh)
  const done = () => {
    setAsked(undefined)
    void pages.refresh()
  }
  return (
    <Page title={p('issues')} wide pulled={pulled}>
      <Box className={mine ? 's-two' : ''}>
        {mine && org !== undefined && <Box><Heading>{p('newIssue')}</Heading><NewIssue org={org} onDone={done} /></Box>}
        <Box>
          <Heading>{p('issuesList')}</Heading>
          <WithQuery query={{ ...pages, value: pages.items }}>
            {(items) => items.length === 0 ? <Empty title={p('noIssues')} words={mine ? p('noIssuesWords') : undefined} /> : items.map((issue) => <IssueCard key={`${issue.id} ${issue.state} ${issue.at}`} issue={issue} onWithdraw={mine ? setAsked : undefined} />)}
          </WithQuery>
          {pages.more && <ListEnd pages={pages} />}
        </Box>
      </Box>
      {asked && org !== undefined && <Withdraw org={org} issue={asked} onClose={() => setAsked(undefined)} onDone={done} />}
    </Page>
  )
}
