import type { Answer } from '@shared/contract/index'
import { ownKinds, type PaperKind } from '@shared/model/document'
import { useRef } from 'react'
import { call } from '@/api/call'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { go } from '@/platform/navigate'
import { openPdf } from '@/platform/open-pdf'
import { Button, Card, Heading, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { pp } from '../text/papers'

type Application = NonNullable<Answer<'showApplication'>['application']>

/** What must have been done for a paper. */
const prints = [['application-letter', 'apply'], ['public-notice', 'open-notice'], ['admission-form', 'fill-form'], ['branch-minutes', 'vote'], ['e-file', 'swear-in']] as const satisfies readonly (readonly [PaperKind, string])[]

/** Makes one paper and opens it at once; a second try after a lost answer gives the same. */
const useMakePaper = (personId: string, kind: PaperKind, meetingId?: string) => {
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('issueAdmissionPaper')
  const make = async () => {
    let made = false
    const opened = await openPdf(async () => {
      const reply = await send({ personId, id: id.current, kind, ...(meetingId !== undefined && { meetingId }) })
      if (!reply?.ok) return undefined
      made = true
      id.current = clientId()
      const link = await call('showDocument', { personId, documentId: reply.value.documentId })
      return link.ok ? link.value : undefined
    })
    if (made && !opened) toast(pp('notOpened'))
  }
  return { make: () => void make(), sending, trouble }
}

/** The minutes of a meeting to print: what was decided, or, before it is held, a sheet to write on. They lie with the papers of this candidate. */
export const PrintMinutes = ({ personId, meetingId, planned }: { personId: string; meetingId: string; planned: boolean }) => {
  const { make, sending, trouble } = useMakePaper(personId, 'branch-minutes', meetingId)
  return (
    <Box style={{ marginTop: '12px' }}>
      <Refused trouble={trouble} />
      <Button kind='plain' busy={sending} onTap={make}>{pp(sending ? 'making' : planned ? 'printBlank' : 'printMinutes')}</Button>
    </Box>
  )
}

const PaperRow = ({ personId, kind, ready }: { personId: string; kind: PaperKind; ready: boolean }) => {
  const { make, sending, trouble } = useMakePaper(personId, kind)
  const paper = pp(`paper-${kind}`)
  return (
    <Box className='q-field'>
      <Row>
        <Box className='q-grow'>
          <Text className='q-block'>{paper}</Text>
          {(!ready || kind === 'e-file') && <Text className='q-soft q-small q-block'>{ready ? pp('eFileHint') : pp('notYet')}</Text>}
        </Box>
        {ready && <Button small kind='plain' busy={sending} label={pp('makeNamed', { paper })} onTap={make}>{sending ? pp('making') : pp('make')}</Button>}
      </Row>
      <Refused trouble={trouble} />
    </Box>
  )
}

/** The papers of an application: each can be made when what it prints was done. Of one's own application only what one makes oneself. */
export const AdmissionPapers = ({ personId, application, own }: { personId: string; application: Pick<Application, 'steps'>; own: boolean }) => {
  const done = new Set(application.steps.map(({ act }) => act))
  return (
    <>
      <Heading>{pp('papers')}</Heading>
      <Card>
        <Text className='q-soft q-small q-block'>{pp('papersWords')}</Text>
        {prints.filter(([kind]) => !own || ownKinds.includes(kind)).map(([kind, act]) => <PaperRow key={kind} personId={personId} kind={kind} ready={done.has(act)} />)}
        <Button small kind='plain' onTap={() => go('documents/list', { id: personId })}>{pp('made')}</Button>
      </Card>
    </>
  )
}

/** Makes the e-file that the act `archive` names; `onReady` is told its file. */
export const MakeEFile = ({ personId, onReady }: { personId: string; onReady: (fileId: string) => void }) => {
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('issueAdmissionPaper')
  const make = async () => {
    const reply = await send({ personId, id: id.current, kind: 'e-file' })
    if (!reply?.ok || reply.value.fileId === undefined) return
    id.current = clientId()
    toast(pp('eFileMade'))
    onReady(reply.value.fileId)
  }
  return (
    <>
      <Refused trouble={trouble} />
      <Button small kind='plain' busy={sending} onTap={() => void make()}>{pp(sending ? 'makingEFile' : 'makeEFile')}</Button>
    </>
  )
}
