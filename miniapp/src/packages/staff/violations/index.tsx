import '../parts/staff.css'
import { useState } from 'react'
import { useSend } from '@/api/use-send'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { saveFile } from '@/platform/save-file'
import { requirementName } from '@/text/figure-words'
import { Bar } from '@/ui/figures'
import { Page } from '@/ui/page'
import { Button, Card, Chips, Field, Row, Tag } from '@/ui/parts'
import { Box, Select, Text } from '@/ui/primitives'
import { Empty, ErrorState, Refused, Skeleton } from '@/ui/states'
import { toast } from '@/ui/toast'
import { actName, stateName } from '../parts/application-words'
import { OrgPick } from '../parts/org-pick'
import { useGrantor } from '../parts/use-grantor'
import { vi } from '../text/violations'
import { type Found, useCheck, type Which } from './use-check'

type Violation = Found['violations'][number]

/** Where it shows, what stood there and what should have. */
const detailOf = ({ code, act, date, found, asked }: Violation): string => {
  const was = found !== undefined && code === 'step-order' && found !== 'none' ? stateName(found) : found
  return [act && actName(act), date, was !== undefined && vi('was', { found: was }), asked !== undefined && vi('asked', { asked })].filter(Boolean).join(' · ')
}

const FoundCard = ({ one }: { one: Found }) => (
  <Card onTap={() => go('staff/application', { id: one.person.personId })}>
    <Row><Text className='q-grow q-strong'>{one.person.name}</Text><Text className='q-green q-strong'>›</Text></Row>
    <Text className='q-soft q-small q-block'>{one.person.branchName}</Text>
    <Text className='q-soft q-small q-block q-num'>{[one.number && vi('number', { n: one.number }), one.admittedOn && vi('admitted', { date: one.admittedOn })].filter(Boolean).join(' · ')}</Text>
    {one.violations.map((violation) => (
      <Box key={`${violation.code} ${violation.n ?? violation.act}`} className='s-line'>
        <Tag tone='bad'>{violation.key === undefined ? vi(violation.code) : `${vi(violation.code)}：${requirementName(violation.key)}`}</Tag>
        <Text className='q-small q-block q-num'>{detailOf(violation)}</Text>
      </Box>
    ))}
  </Card>
)

const Export = ({ org, which }: { org: string; which: Which }) => {
  const { send, sending, trouble } = useSend('exportViolations')
  const save = async () => {
    const reply = await send({ org, which, format: 'xlsx' })
    if (!reply?.ok) return
    const { fileName, content, contentType, rows } = reply.value
    toast((await saveFile(fileName, content, contentType)) ? vi('exported', { n: rows }) : vi('notExported'))
  }
  return (
    <>
      <Button small kind='plain' busy={sending} onTap={() => void save()}>{vi(sending ? 'exporting' : 'export')}</Button>
      <Box><Refused trouble={trouble} /></Box>
    </>
  )
}

/** The violation check over an organisation's applications: each that did not hold, with what failed in words. */
export default function Violations() {
  const staff = useGrantor()
  const [which, setWhich] = useState<Which>('archived')
  const [code, setCode] = useState('all')
  const { items, checked, done, all, running, trouble, again, goOn } = useCheck(staff?.org, which)
  const pulled = usePulled(async () => again())
  const counts = new Map<Violation['code'], number>()
  for (const one of items) for (const each of new Set(one.violations.map((violation) => violation.code))) counts.set(each, (counts.get(each) ?? 0) + 1)
  const shown = items.filter(({ violations }) => code === 'all' || violations.some((one) => one.code === code))
  const finished = all !== undefined && !running && !trouble
  return (
    <Page title={vi('check')} wide pulled={pulled}>
      {staff && <OrgPick staff={staff} />}
      <Text className='q-soft q-block s-intro'>{vi('intro')}</Text>
      <Field label={vi('which')}><Chips<Which> label={vi('which')} value={which} onValue={(one) => { setWhich(one); setCode('all') }} options={[['archived', vi('archived')], ['filed', vi('filed')]]} /></Field>
      <Box role='status' live='polite'>{running && all !== undefined && <Box><Text className='q-block q-num'>{vi('running', { done, all })}</Text><Bar achieved={done} required={all} label={vi('running', { done, all })} /></Box>}</Box>
      {finished && items.length > 0 && <Row><Text className='q-grow q-strong q-num'>{vi('done', { n: checked, of: items.length })}</Text><Button small kind='plain' onTap={again}>{vi('again')}</Button></Row>}
      <Box style={{ marginBottom: '12px' }}>{finished && items.length > 0 && staff && <Export org={staff.org} which={which} />}</Box>
      <Box>{counts.size > 1 && <Field label={vi('filter')}><Select value={code} onValue={setCode} label={vi('filter')} options={[['all', vi('all', { n: items.length })], ...[...counts].map(([one, n]) => [one, vi('one', { what: vi(one), n })] as const)]} /></Field>}</Box>
      <Box>{all === undefined && running && <Skeleton />}</Box>
      <Box className='s-columns'>{shown.map((one) => <FoundCard key={one.applicationId} one={one} />)}</Box>
      <Box>{trouble && <ErrorState trouble={trouble} onRetry={goOn} />}</Box>
      <Box>{finished && items.length === 0 && (checked === 0 ? <Empty title={vi('nothing')} words={vi('nothingWords')} /> : <Empty title={vi('none')} words={vi('noneWords', { n: checked })} action={vi('again')} onAction={again} />)}</Box>
    </Page>
  )
}
