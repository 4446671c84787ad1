import '../parts/staff.css'
import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { usePages } from '@/api/use-pages'
import { useSend } from '@/api/use-send'
import { usePulled } from '@/platform/page-events'
import { localDate, span } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { OrgPick } from '../parts/org-pick'
import { ScanLine } from '../parts/scan-line'
import { moveOf } from '../parts/scan-words'
import { useStaff } from '../parts/use-staff'
import { WhySheet } from '../parts/why-sheet'
import { k } from '../text/conflicts'
import { ScanReport } from './report'

type Sample = Answer<'listSpotChecks'>['items'][number]
const keyOf = ({ personId, scan }: Sample) => `${personId} ${scan.scanId}`

const SampleCard = ({ one, busy, onConfirm, onDoubt }: { one: Sample; busy: boolean; onConfirm: () => void; onDoubt: () => void }) => (
  <Card>
    <Text className='q-strong q-block'>{one.name}</Text>
    <Text className='q-soft q-small q-block'>{[one.branchName, `${one.hostName} · ${one.title}`].filter(Boolean).join(' · ')}</Text>
    <Text className='q-soft q-small q-block'>{span(one.startsAt, one.endsAt)}</Text>
    <ScanLine scan={one.scan} day={localDate(one.startsAt)} />
    {one.mayDecide ? (
      <Box className='s-actions'>
        <Button busy={busy} label={`${k('confirm')} ${one.name}`} onTap={onConfirm}>{k('confirm')}</Button>
        <Button kind='danger' busy={busy} label={`${k('doubt')} ${one.name}`} onTap={onDoubt}>{k('doubt')}</Button>
      </Box>
    ) : <Box className='s-warn'>{k('notYours')}</Box>}
  </Card>
)

/** One in ten check-ins by the list, for the level above who made it: it was so, or it is doubted. */
export default function SpotChecks() {
  const staff = useStaff(true)
  const pages = usePages('listSpotChecks', staff && { org: staff.org, limit: 20 })
  const pulled = usePulled(pages.refresh)
  const [doubted, setDoubted] = useState<Sample>()
  // An id for each answer about each scan: pressed twice it is one.
  const ids = useRef(new Map<string, string>())
  const { send, sending, trouble, clear } = useSend('spotCheck')
  const check = async (one: Sample, words?: string) => {
    const content = `${keyOf(one)} ${words ?? ''}`
    const id = ids.current.get(content) ?? clientId()
    ids.current.set(content, id)
    const reply = await send({ eventId: one.eventId, scanId: one.scan.scanId, personId: one.personId, id, confirmed: words === undefined, ...(words !== undefined && { words }) })
    if (!reply?.ok) return reply?.trouble.code === 'conflict-not-open' ? void pages.refresh() : undefined
    setDoubted(undefined)
    toast(k(reply.value.confirmed ? 'confirmed' : 'doubted'))
    pages.change((other) => keyOf(other) === keyOf(one), undefined)
  }
  return (
    <Page title={k('spot')} wide pulled={pulled}>
      {staff && <OrgPick staff={staff} kinds={['county', 'school', 'township']} />}
      <Text className='q-soft q-block s-intro'>{k('spotAsk')}</Text>
      <Box>{!doubted && <Refused trouble={trouble} />}</Box>
      <Box><WithQuery query={{ ...pages, value: pages.items }}>
        {(items) => items.length === 0 ? <Empty title={k('spotNone')} words={k('spotNoneWords')} /> : (
          <Box className='s-columns'>{items.map((one) => <SampleCard key={keyOf(one)} one={one} busy={sending} onConfirm={() => void check(one)} onDoubt={() => { clear(); setDoubted(one) }} />)}</Box>
        )}
      </WithQuery></Box>
      <Box>{pages.more && <ListEnd pages={pages} />}</Box>
      <Box>{staff && <ScanReport key={staff.org} org={staff.org} />}</Box>
      <Box>{doubted && <WhySheet title={k('doubtTitle', { name: doubted.name, what: moveOf(doubted.scan) })} words={k('doubtWords')} yes={k('doubt')} danger needed busy={sending} trouble={trouble} onYes={(why) => void check(doubted, why)} onClose={() => setDoubted(undefined)} />}</Box>
    </Page>
  )
}
