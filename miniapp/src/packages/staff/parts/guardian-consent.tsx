import { needsGuardian, noticeVersion } from '@shared/model/consent'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { localDate, localDateTime } from '@/text/format'
import { Button, Card, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { s } from '../text'

/** For members under 14: the secretary attests that a guardian agreed on paper, before which nobody can bind. */
export const GuardianConsent = ({ personId, birthDate }: { personId: string; birthDate: string | undefined }) => {
  const id = useRef(clientId())
  const [at, setAt] = useState<string>()
  const [asking, setAsking] = useState(false)
  const { send, sending, trouble } = useSend('attestGuardianConsent')
  if (birthDate === undefined || !needsGuardian(birthDate, localDate(Date.now()))) return null
  const attest = async () => {
    const reply = await send({ personId, id: id.current, version: noticeVersion, how: 'paper' })
    setAsking(false)
    if (reply?.ok) setAt(reply.value.at)
  }
  return (
    <>
      <Heading>{s('guardian')}</Heading>
      <Card>
        <Box><Refused trouble={trouble} /><Text className='q-soft q-small q-block'>{at ? s('guardianDone', { time: localDateTime(at) }) : s('guardianWords')}</Text></Box>
        {!at && <Box className='s-actions'><Button kind='plain' busy={sending} onTap={() => setAsking(true)}>{s('guardianAttest')}</Button></Box>}
        <Box>{asking && <Confirm title={s('guardianAttest')} words={s('guardianAsk')} yes={s('guardianYes')} busy={sending} onYes={() => void attest()} onNo={() => setAsking(false)} />}</Box>
      </Card>
    </>
  )
}
