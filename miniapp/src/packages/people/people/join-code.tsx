import { useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { localDateTime } from '@/text/format'
import { Button, Card, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { p } from '../text'

/** A code for the same user's other WeChat identity, on a computer say. */
export const JoinCode = ({ joined }: { joined: number }) => {
  const [code, setCode] = useState<{ code: string; expiresAt: string }>()
  const { send, sending, trouble } = useSend('issueJoinCode')
  const make = async () => {
    const reply = await send({ id: clientId() })
    if (reply?.ok) setCode(reply.value)
  }
  return (
    <>
      <Heading>{p('elsewhere')}</Heading>
      <Card>
        <Text className='q-soft q-block people-line'>{p('elsewhereWords')}</Text>
        <Refused trouble={trouble} />
        {code && <Box role='status'><Box className='people-code' label={`${p('codeLabel')} ${code.code}`}>{code.code}</Box><Text className='q-soft q-block people-line'>{p('until', { time: localDateTime(code.expiresAt) })}</Text></Box>}
        <Button kind='plain' busy={sending} onTap={() => void make()}>{p(code ? 'again' : 'make')}</Button>
        {joined > 0 && <Text className='q-soft q-small q-block'>{p('joined', { n: joined })}</Text>}
      </Card>
    </>
  )
}
