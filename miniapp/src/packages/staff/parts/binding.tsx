import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { Button, Card, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { s } from '../text'
import { CodeSheet } from './code-sheet'

/** The one-time code, in a sheet to be written down from, and the way to unbind. */
export const Binding = ({ personId, name }: { personId: string; name: string }) => {
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
    <>
      <Heading>{s('codeLabel')}</Heading>
      <Card>
        <Box>
          <Refused trouble={issuing.trouble ?? unbinding.trouble} />
          <Text className='q-soft q-small q-block'>{s('issueWords')}</Text>
        </Box>
        <Box className='s-actions'><Button kind='plain' busy={issuing.sending} onTap={() => void issue()}>{s('issueCode')}</Button><Button kind='danger' onTap={() => setAsking(true)}>{s('unbind')}</Button></Box>
        <Box>{asking && <Confirm title={s('unbind')} words={s('unbindAsk')} yes={s('unbind')} danger busy={unbinding.sending} onYes={() => void unbind()} onNo={() => setAsking(false)} />}</Box>
        <Box>{code && <CodeSheet name={name} {...code} onClose={() => setCode(undefined)} />}</Box>
      </Card>
    </>
  )
}
