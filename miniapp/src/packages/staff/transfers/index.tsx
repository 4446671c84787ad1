import '../parts/staff.css'
import { useEffect, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { call } from '@/api/call'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { copyText } from '@/platform/copy-text'
import { go, useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { saveFile } from '@/platform/save-file'
import { Bar } from '@/ui/figures'
import { Page } from '@/ui/page'
import { Button, Card, Chips, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { OrgPick } from '../parts/org-pick'
import { type Staff, useStaff } from '../parts/use-staff'
import { tu } from '../text/turns'
import { TransferCard } from './transfer-card'

type List = Answer<'listTransfers'>
type Show = 'missing' | 'all' | 'confirmed' | 'exception'

/** Below the share that is asked for by a hair, it is never shown as reached. */
const percentOf = ({ due, confirmed }: { due: number; confirmed: number }): number => (due === 0 ? 100 : Math.floor((confirmed * 100) / due))

const Rate = ({ list }: { list: List }) => {
  const { total, atLeastPercent } = list
  return (
    <Card>
      <Row><Text className='q-grow q-strong'>{tu('rate')}</Text><Text className='q-strong q-num'>{tu('percent', { n: percentOf(total) })}</Text>{total.below && <Tag tone='bad'>{tu('below', { n: atLeastPercent })}</Tag>}</Row>
      <Box style={{ marginTop: '8px', marginBottom: '8px' }}><Bar achieved={total.confirmed} required={total.due} label={tu('rateOf', { n: total.confirmed, of: total.due })} /></Box>
      <Text className='q-soft q-small q-block q-num'>{[tu('rateOf', { n: total.confirmed, of: total.due }), tu('atLeast', { n: atLeastPercent }), total.exception > 0 && tu('exceptN', { n: total.exception })].filter(Boolean).join(' · ')}</Text>
    </Card>
  )
}

const Groups = ({ list }: { list: List }) => list.groups.length < 2 ? null : (
  <Box className='s-columns'>
    {list.groups.map((group) => (
      <Card key={group.id} onTap={() => go('staff/transfers', { org: group.id, year: String(list.year) })}>
        <Row><Text className='q-grow q-strong'>{group.name}</Text><Text className='q-num'>{tu('percent', { n: percentOf(group) })}</Text>{group.below && <Tag tone='bad'>{tu('below', { n: list.atLeastPercent })}</Tag>}</Row>
        <Text className='q-soft q-small q-block q-num'>{tu('rateOf', { n: group.confirmed, of: group.due })}</Text>
      </Card>
    ))}
  </Box>
)

/** Everybody who is missing, as text for a chat group: names by branch, and nothing else. */
const missingText = (items: List['items']): string => [...new Set(items.map(({ branchName }) => branchName))].map((branch) => `${branch}：${items.filter((one) => one.branchName === branch).map(({ name }) => name).join('、')}`).join('\n')

const Tools = ({ staff, list }: { staff: Staff; list: List }) => {
  const { send, sending, trouble } = useSend('exportTransfers')
  const [busy, setBusy] = useState(false)
  const save = async () => {
    const reply = await send({ org: list.org, year: list.year, format: 'xlsx' })
    if (!reply?.ok) return
    toast(tu((await saveFile(reply.value.fileName, reply.value.content, reply.value.contentType)) ? 'exported' : 'notExported'))
  }
  const remind = async () => {
    setBusy(true)
    const items: List['items'] = []
    let after: number | undefined = 0
    while (after !== undefined) {
      const page: Awaited<ReturnType<typeof call<'listTransfers'>>> = await call('listTransfers', { org: list.org, year: list.year, state: 'missing', after, limit: 100 })
      if (!page.ok) break
      items.push(...page.value.items)
      after = page.value.next
    }
    setBusy(false)
    if (after === undefined && (await copyText(missingText(items)))) toast(tu('copied', { n: items.length }))
    else toast(tu('notExported'))
  }
  return (
    <>
      <Box className='s-tools s-tools-end'><Button small kind='plain' busy={sending} onTap={() => void save()}>{tu('export')}</Button>{list.total['to-do'] + list.total.sent > 0 && staff.reviewer && <Button small kind='plain' busy={busy} onTap={() => void remind()}>{tu('remind')}</Button>}</Box>
      <Refused trouble={trouble} />
    </>
  )
}

const Items = ({ list, more, onMore, onDone }: { list: List; more: List['items']; onMore: () => void; onDone: () => void }) => (
  <>
    <Text className='q-soft q-small q-block q-num s-intro'>{tu('foundN', { n: list.found })}</Text>
    <Box className='s-columns'>{[...list.items, ...more].map((transfer) => <TransferCard key={`${transfer.branch} ${transfer.personId} ${transfer.version}`} transfer={transfer} lateDays={list.lateDays} onDone={onDone} />)}</Box>
    {list.items.length + more.length < list.found && <Box style={{ marginTop: '12px' }}><Button small kind='plain' onTap={onMore}>{tu('loadMore')}</Button></Box>}
  </>
)

/** A year's graduates: how many were transferred and who is missing; and those who were sent here. */
export default function Transfers() {
  const params = useParams()
  const staff = useStaff(true, params.org)
  const [year, setYear] = useState<number | undefined>(params.year ? Number(params.year) : undefined)
  const [side, setSide] = useState<'own' | 'incoming'>('own')
  const [show, setShow] = useState<Show>('missing')
  const [more, setMore] = useState<List['items']>([])
  const input = staff && { org: staff.org, ...(year !== undefined && { year }), ...(side === 'incoming' ? { incoming: 'true' as const, ...(show !== 'all' && { state: show === 'missing' ? ('sent' as const) : show }) } : show !== 'all' && { state: show }) }
  const query = useQuery('listTransfers', input)
  const pulled = usePulled(query.refresh)
  const asked = JSON.stringify(input)
  // What was read further belongs to what was asked.
  useEffect(() => setMore([]), [asked])
  const next = async (list: List) => {
    if (!input) return
    const page = await call('listTransfers', { ...input, after: list.items.length + more.length })
    if (page.ok) setMore([...more, ...page.value.items])
  }
  const done = () => {
    setMore([])
    void query.refresh()
  }
  return (
    <Page title={tu('transfers')} wide pulled={pulled}>
      {staff && <OrgPick staff={staff} />}
      {staff && (
        <WithQuery query={query} rows={4}>
          {(list) => (
            <>
              <Box style={{ marginBottom: '12px' }}><Chips label={tu('year')} value={String(list.year)} onValue={(value) => setYear(Number(value))} options={[...new Set([list.thisYear, list.thisYear - 1, list.thisYear - 2, list.year])].sort((a, b) => b - a).map((one) => [String(one), String(one)] as const)} /></Box>
              <Box style={{ marginBottom: '12px' }}><Chips<'own' | 'incoming'> label={tu('transfers')} value={side} onValue={setSide} options={[['own', tu('outgoingList')], ['incoming', tu('incoming')]]} /></Box>
              {side === 'own' && (list.total.due + list.total.exception === 0 ? <Empty title={tu('none')} words={tu('noneWords')} /> : <><Rate list={list} /><Tools staff={staff} list={list} /><Groups list={list} /></>)}
              {(side === 'incoming' || list.total.due + list.total.exception > 0) && (
                <>
                  <Heading>{tu(side === 'own' ? 'outgoingList' : 'incoming')}</Heading>
                  <Box style={{ marginBottom: '12px' }}><Chips<Show> label={tu('all')} value={show} onValue={setShow} options={[['missing', tu(side === 'own' ? 'missing' : 'state-sent')], ['confirmed', tu('state-confirmed')], ...(side === 'own' ? ([['exception', tu('state-exception')]] as const) : []), ['all', tu('all')]]} /></Box>
                  {list.found === 0 && <Card><Text className='q-soft'>{tu(side === 'incoming' ? 'noIncoming' : 'noMatch')}</Text></Card>}
                  {list.found > 0 && <Items list={list} more={more} onMore={() => void next(list)} onDone={done} />}
                </>
              )}
            </>
          )}
        </WithQuery>
      )}
    </Page>
  )
}
