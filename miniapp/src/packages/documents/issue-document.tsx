import type { DocumentView } from '@shared/contract/documents'
import type { ReportKind } from '@shared/model/document'
import { useRef } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { Button, Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { d } from './text'

const isReport = (kind: string): kind is ReportKind => kind === 'transcript' || kind === 'progress-report'

/** What one kind of document is for, and the button that issues one. A second try after a lost answer gives the same document. */
export const IssueDocument = ({ personId, kind, onIssued }: { personId: string; kind: ReportKind | 'application-letter' | 'admission-form'; onIssued: (document: DocumentView) => void }) => {
  const id = useRef(clientId())
  const report = useSend('issueDocument')
  const paper = useSend('issueAdmissionPaper')
  const { sending, trouble } = isReport(kind) ? report : paper
  const issue = async () => {
    const reply = await (isReport(kind) ? report.send({ personId, id: id.current, kind }) : paper.send({ personId, id: id.current, kind }))
    if (!reply?.ok) return
    id.current = clientId()
    toast(d('done'))
    onIssued(reply.value)
  }
  return (
    <Card>
      <Text className='q-strong q-block'>{d(kind)}</Text>
      <Text className='q-soft q-block'>{d(`${kind}Words`)}</Text>
      <Refused trouble={trouble} />
      <Box style={{ marginTop: '12px' }}><Button kind='plain' busy={sending} label={d('issueNamed', { kind: d(kind) })} onTap={() => void issue()}>{sending ? d('issuing') : d('issue')}</Button></Box>
    </Card>
  )
}
