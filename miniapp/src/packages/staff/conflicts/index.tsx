import '../parts/staff.css'
import type { ConflictView } from '@shared/contract/conflicts'
import type { EventView } from '@shared/contract/events'
import { usePages } from '@/api/use-pages'
import { useQuery } from '@/api/use-query'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { span } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { useStaff } from '../parts/use-staff'
import { k, kOr } from '../text/conflicts'
import { ConflictCard } from './conflict-card'
import { DecideSheet } from './decide-sheet'
import { MissingExits } from './missing-exits'
import { useDecisions } from './use-decisions'

/** Scans that lack nothing and wait for the same reason, two or more of them: twelve who all sent late are one question. */
const alike = (items: readonly ConflictView[]): [string, ConflictView[]][] => {
  const byCode = new Map<string, ConflictView[]>()
  for (const one of items) if (!one.own && !one.needsTime && one.personId !== undefined) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one])
  return [...byCode].filter(([, those]) => those.length > 1)
}

const Queue = ({ event }: { event: EventView }) => {
  const pages = usePages('listConflicts', { eventId: event.eventId, limit: 50 })
  const { asking, ask, close, decide, progress, sending, trouble } = useDecisions(event.eventId, (done, stale) => {
    pages.change((one) => done.has(one.scanId), undefined)
    // What is decided changes what others of the same person would add.
    if (stale || (pages.items ?? []).length > done.size) void pages.refresh()
  })
  const pulled = usePulled(pages.refresh)
  return (
    <>
      {pulled > 0 && <Box style={{ height: `${pulled}px` }} />}
      <WithQuery query={{ ...pages, value: pages.items }}>
        {(items) => items.length === 0 ? <Empty title={k('none')} words={k('noneWords')} /> : (
          <>
            {alike(items).map(([code, those]) => (
              <Box key={code} className='s-warn'>
                <Text className='q-block'>{k('sameN', { n: those.length, why: kOr(`why-${code}`, 'why-other') })}</Text>
                <Row className='s-alike'><Button small kind='plain' onTap={() => ask(those, true)}>{k('allAccept')}</Button><Button small kind='plain' onTap={() => ask(those, false)}>{k('allDismiss')}</Button></Row>
              </Box>
            ))}
            <Box className='s-columns'>{items.map((one) => <ConflictCard key={one.scanId} one={one} event={event} busy={sending} onDecide={(accept) => ask([one], accept)} />)}</Box>
          </>
        )}
      </WithQuery>
      <Box>{pages.more && <ListEnd pages={pages} />}</Box>
      <Box>{asking && <DecideSheet key={asking.targets.map(({ scanId }) => scanId).join()} targets={asking.targets} event={event} accept={asking.accept} busy={sending} progress={progress} trouble={trouble} onYes={(said) => void decide(said)} onClose={close} />}</Box>
    </>
  )
}

/** What a manager looks at of one event: scans in doubt, and who has no exit. */
export default function Conflicts() {
  const staff = useStaff()
  const { id } = useParams()
  const event = useQuery('showEvent', staff && id ? { eventId: id } : undefined)
  return (
    <Page title={k('conflicts')} wide>
      <WithQuery query={event}>
        {(one) => (
          <>
            <Text className='q-soft q-block s-under-title'>{`${one.title} · ${span(one.startsAt, one.endsAt)}`}</Text>
            <Queue event={one} />
            <MissingExits event={one} />
          </>
        )}
      </WithQuery>
    </Page>
  )
}
