import { noticeVersion } from '@shared/model/consent'
import { useState } from 'react'
import { endSession, openSession, startPage } from '@/api/session'
import { useSend } from '@/api/use-send'
import { restartAt } from '@/platform/navigate'
import { t } from '@/text'
import { Button, Card, Field } from '@/ui/parts'
import { Box, TextInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { Agree, Notice } from './notice'

/** Joins the WeChat identity with a person of the roster, after saying what is kept and why (spec/privacy.md, "Consent"). */
export const BindIdentity = ({ onLeave }: { onLeave: () => void }) => {
  const [code, setCode] = useState('')
  const [agreed, setAgreed] = useState(false)
  const { send, sending, trouble } = useSend('bindIdentity')
  const bind = async () => {
    if (!agreed || !code.trim()) return
    const reply = await send({ code: code.trim(), consent: { version: noticeVersion } })
    if (!reply?.ok) return
    openSession(reply.value)
    restartAt(startPage())
  }
  return (
    <>
      <Card>{t('bindWords')}</Card>
      <Refused trouble={trouble} />
      <Field label={t('bindCode')} id='code'><TextInput id='code' value={code} onValue={setCode} label={t('bindCode')} maxLength={64} onDone={() => void bind()} /></Field>
      <Notice />
      <Agree agreed={agreed} onAgreed={setAgreed} />
      <Button busy={sending} disabled={!code.trim() || !agreed} onTap={() => void bind()}>{t(!agreed ? 'bindAgreeFirst' : !code.trim() ? 'bindCodeFirst' : 'bindButton')}</Button>
      <Box style={{ marginTop: '12px' }}><Button kind='plain' onTap={() => { endSession(); onLeave() }}>{t('cancel')}</Button></Box>
    </>
  )
}
