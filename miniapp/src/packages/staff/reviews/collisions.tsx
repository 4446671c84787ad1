import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import type { RecordView } from '@shared/contract/records'
import { clientId } from '@/api/client-id'
import { usePages } from '@/api/use-pages'
import { useSend } from '@/api/use-send'
import { go } from '@/platform/navigate'
import { duration, span } from '@/text/format'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { ListEnd } from '@/ui/with-query'
import { ReasonSheet } from '../parts/reason-sheet'
import { k } from '../text/conflicts'

type Collision = Answer<'listCollisions'>['items'][number]

const Side = ({ words, record, className = '' }: { words: string; record: RecordView; className?: string }) => (
  <Box className={className}>
    <Text className='q-soft q-small q-block'>{words}</Text>
    <Text className='q-strong q-block'>{record.title}</Text>
    <Text className='q-small q-block'>{`${span(record.startedAt, record.endedAt)} · ${duration(record.quantity)}`}</Text>
    {record.place && <Text className='q-soft q-small q-block'>{record.place}</Text>}
    {record.description && <Text className='q-soft q-small q-block'>{record.description}</Text>}
  </Box>
)

const CollisionCard = ({ one, busy, onKeep, onRevoke }: { one: Collision; busy: boolean; onKeep: () => void; onRevoke: () => void }) => {
  const { person, record, attendance, own } = one
  return (
    <Card>
      <Row><Text className='q-grow q-strong q-cut'>{`${person.name} · ${person.branchName ?? ''}`}</Text><Tag tone='wait'>{k('met')}</Tag></Row>
      <Box className='s-beside'>
        <Side className='s-this' words={k('reported')} record={record} />
        <Box>{attendance.map((those) => <Side key={those.recordId} words={k('attended')} record={those} />)}</Box>
      </Box>
      {own ? <Box className='s-warn'>{k('ownReport')}</Box> : (
        <Box className='s-actions'>
          <Button small busy={busy} onTap={onKeep}>{k('keep')}</Button>
          <Button small kind='plain' onTap={() => go('staff/correct-record', { person: person.personId, id: record.recordId })}>{k('correct')}</Button>
          <Button small kind='danger' busy={busy} onTap={onRevoke}>{k('revoke')}</Button>
        </Box>
      )}
    </Card>
  )
}

/** Approved reports that attendance met, each beside it: both are true, or the report is corrected or revoked. Nothing where there is none. */
export const Collisions = ({ org }: { org: string }) => {
  const pages = usePages('listCollisions', { org, limit: 20 })
  const [asked, setAsked] = useState<{ one: Collision; keep: boolean }>()
  const id = useRef(clientId())
  const keeping = useSend('keepRecord')
  const revoking = useSend('reviewRecords')
  const ask = (one: Collision, keep: boolean) => {
    id.current = clientId()
    setAsked({ one, keep })
  }
  const gone = (words: string) => {
    const recordId = asked?.one.record.recordId
    setAsked(undefined)
    toast(words)
    pages.change(({ record }) => record.recordId === recordId, undefined)
  }
  const keep = async () => {
    if (!asked) return
    const reply = await keeping.send({ personId: asked.one.person.personId, recordId: asked.one.record.recordId, id: id.current })
    if (reply?.ok) gone(k('kept'))
    else setAsked(undefined)
  }
  const revoke = async (reason: NonNullable<Parameters<typeof revoking.send>[0]['decisions'][number]['reason']>, words: string) => {
    if (!asked) return
    const reply = await revoking.send({ decisions: [{ id: id.current, personId: asked.one.person.personId, recordId: asked.one.record.recordId, verdict: 'revoked', reason, ...(words && { words }) }] })
    if (reply?.ok && reply.value.outcomes[0]?.ok) gone(k('revoked'))
    else if (reply?.ok) {
      setAsked(undefined)
      void pages.refresh()
    }
  }
  if (!pages.items?.length) return null
  return (
    <>
      <Heading>{k('met')}</Heading>
      <Text className='q-soft q-block s-intro'>{k('metWords')}</Text>
      <Refused trouble={keeping.trouble} />
      <Box className='s-columns'>{pages.items.map((one) => <CollisionCard key={`${one.person.personId} ${one.record.recordId}`} one={one} busy={keeping.sending || revoking.sending} onKeep={() => ask(one, true)} onRevoke={() => ask(one, false)} />)}</Box>
      <Box>{pages.more && <ListEnd pages={pages} />}</Box>
      <Box>
        {asked?.keep && <Confirm title={k('keepTitle')} words={k('keepWords')} yes={k('keep')} busy={keeping.sending} onYes={() => void keep()} onNo={() => setAsked(undefined)} />}
        {asked && !asked.keep && <ReasonSheet title={k('revoke')} yes={k('revoke')} busy={revoking.sending} trouble={revoking.trouble} onClose={() => setAsked(undefined)} onYes={(reason, words) => void revoke(reason, words)} />}
      </Box>
    </>
  )
}
