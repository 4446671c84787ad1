import type { DocumentView } from '@shared/contract/documents'
import { ownKinds } from '@shared/model/document'
import { useState } from 'react'
import { currentPerson } from '@/api/session'
import { useSend } from '@/api/use-send'
import { openPdf } from '@/platform/open-pdf'
import { duration, localDateTime } from '@/text/format'
import { Button, Card, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { d } from './text'

/** A document that was issued: when, what it adds up to, whether it still stands; to open and to withdraw. */
export const IssuedDocument = ({ personId, document, onChanged }: { personId: string; document: DocumentView; onChanged: (document: DocumentView) => void }) => {
  const { documentId, kind, issuedAt, pages, service, withdrawnAt, changedSince } = document
  // What staff made, staff take back.
  const mine = personId !== currentPerson()?.personId || ownKinds.includes(kind)
  const [asking, setAsking] = useState(false)
  const opening = useSend('showDocument')
  const withdrawing = useSend('withdrawDocument')
  const named = { kind: d(kind), time: localDateTime(issuedAt) }
  const open = async () => {
    let refused = false
    const opened = await openPdf(async () => {
      const reply = await opening.send({ personId, documentId })
      refused = reply !== undefined && !reply.ok
      return reply?.ok ? reply.value : undefined
    })
    if (!opened && !refused) toast(d('notOpened'))
  }
  const withdraw = async () => {
    const reply = await withdrawing.send({ personId, documentId })
    setAsking(false)
    if (!reply?.ok) return
    toast(d('withdrawnToast'))
    onChanged(reply.value)
  }
  return (
    <Card>
      <Row><Text className='q-grow q-strong'>{d(kind)}</Text>{withdrawnAt ? <Tag tone='bad'>{d('withdrawn')}</Tag> : changedSince ? <Tag tone='wait'>{d('changed')}</Tag> : null}</Row>
      <Text className='q-soft q-block q-num'>{d('at', { time: named.time, n: pages })}</Text>
      {service && <Text className='q-block q-num'>{d('service', { total: duration(service.minutes), n: service.entries })}</Text>}
      {changedSince && !withdrawnAt && <Text className='q-amber q-block'>{d('changedWords')}</Text>}
      <Refused trouble={opening.trouble ?? withdrawing.trouble} />
      <Box className='q-wrap' style={{ marginTop: '12px' }}>
        <Button small kind='plain' busy={opening.sending} label={d('openNamed', named)} onTap={() => void open()}>{d('open')}</Button>
        {!withdrawnAt && mine && <Button small kind='danger' label={d('withdrawNamed', named)} onTap={() => setAsking(true)}>{d('withdraw')}</Button>}
      </Box>
      <Box>{asking && <Confirm title={d('withdrawTitle')} words={d('withdrawAsk')} yes={d('withdraw')} danger busy={withdrawing.sending} onYes={() => void withdraw()} onNo={() => setAsking(false)} />}</Box>
    </Card>
  )
}
