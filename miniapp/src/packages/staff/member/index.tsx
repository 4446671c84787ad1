import '../parts/staff.css'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { usePages } from '@/api/use-pages'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { RecordRow } from '@/features/list-records/record-row'
import { go, useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { achievedWords, requirementName } from '@/text/figure-words'
import { localDateTime } from '@/text/format'
import { Bar } from '@/ui/figures'
import { Page } from '@/ui/page'
import { Button, Card, Heading, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { Confirm } from '@/ui/sheet'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { toast } from '@/ui/toast'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'

/** The one-time code, shown once to be written down, and the way to unbind. */
const Binding = ({ personId }: { personId: string }) => {
  const id = useRef(clientId())
  const [code, setCode] = useState<{ code: string; expiresAt: string }>()
  const [asking, setAsking] = useState(false)
  const issuing = useSend('issueBindingCode')
  const unbinding = useSend('unbindPerson')
  const issue = async () => {
    const reply = await issuing.send({ personId, id: id.current })
    if (reply?.ok) setCode(reply.value)
  }
  const unbind = async () => {
    const reply = await unbinding.send({ personId })
    setAsking(false)
    if (reply?.ok) toast(s('unbound'))
  }
  return (
    <Card>
      <Refused trouble={issuing.trouble ?? unbinding.trouble} />
      {code && <><Box className='s-code'>{code.code}</Box><Text className='q-soft q-small q-block'>{s('codeWords')} {s('codeUntil', { time: localDateTime(code.expiresAt) })}</Text></>}
      <Box className='s-actions'><Button kind='plain' busy={issuing.sending} onTap={() => void issue()}>{s('issueCode')}</Button><Button kind='danger' onTap={() => setAsking(true)}>{s('unbind')}</Button></Box>
      {asking && <Confirm title={s('unbind')} words={s('unbindAsk')} yes={s('unbind')} danger busy={unbinding.sending} onYes={() => void unbind()} onNo={() => setAsking(false)} />}
    </Card>
  )
}

/** One member as the secretary sees them: progress, records, application, binding. */
export default function Member() {
  const staff = useStaff(true)
  const { id } = useParams()
  const progress = useQuery('showProgress', staff && id ? { personId: id } : undefined)
  const records = usePages('listRecords', staff && id ? { personId: id } : undefined)
  const pulled = usePulled(async () => { await progress.refresh(); await records.refresh() })
  return (
    <Page title={progress.value?.person.name ?? s('memberPage')} wide pulled={pulled}>
      <WithQuery query={progress}>
        {({ requirements, person }) => (
          <>
            <Text className='q-soft q-block'>{person.branchName}{person.birthDate ? ` · ${s('bornOn', { date: person.birthDate })}` : ''}</Text>
            <Heading>{s('progress')}</Heading>
            <Card>
              {requirements.map((one) => (
                <Box key={one.key} className='s-line'><Row><Text className='q-grow'>{requirementName(one.key)}{one.met ? ' ✓' : ''}</Text><Text className='q-soft q-num'>{achievedWords(one)}</Text></Row><Bar achieved={one.achieved} required={one.required} label={achievedWords(one)} /></Box>
              ))}
            </Card>
          </>
        )}
      </WithQuery>
      {id && <Button kind='plain' onTap={() => go('staff/application', { id })}>{s('seeApplication')}</Button>}
      <Heading>{s('codeLabel')}</Heading>
      {id && <Binding personId={id} />}
      <Heading>{s('records')}</Heading>
      <WithQuery query={{ ...records, value: records.items }}>
        {(items) => (items.length === 0 ? <Empty title={s('noRecords')} /> : items.map((one) => <RecordRow key={one.recordId} record={one} />))}
      </WithQuery>
      <ListEnd pages={records} />
    </Page>
  )
}
