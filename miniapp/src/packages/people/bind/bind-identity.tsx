import { noticeVersion } from '@shared/model/consent'
import { useState } from 'react'
import { startPage, switchSession } from '@/api/session'
import { useSend } from '@/api/use-send'
import { forgetLinkedCode } from '@/platform/linked-code'
import { restartAt } from '@/platform/navigate'
import { t } from '@/text'
import { localDateTime } from '@/text/format'
import { Button, Card, Field } from '@/ui/parts'
import { Box, TextInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { Agree, Notice } from './notice'
import { b } from './text'

/** Joins the WeChat identity with a person of the roster, the first or one more, after saying what is kept and why (spec/privacy.md, "Consent"). */
export const BindIdentity = ({ code: given = '', words, onLeave }: { code?: string | undefined; words: string; onLeave: () => void }) => {
  const [code, setCode] = useState(given)
  const [agreed, setAgreed] = useState(false)
  const { send, sending, trouble } = useSend('bindIdentity')
  const bind = async () => {
    if (!agreed || !code.trim()) return
    const reply = await send({ code: code.trim(), consent: { version: noticeVersion } })
    if (!reply?.ok) return
    forgetLinkedCode()
    switchSession(reply.value)
    restartAt(startPage())
  }
  return (
    <>
      <Card>{words}</Card>
      <Field label={b('bindCode')} id='code'><TextInput id='code' value={code} onValue={setCode} label={b('bindCode')} maxLength={64} onDone={() => void bind()} /></Field>
      <Notice />
      <Agree agreed={agreed} onAgreed={setAgreed} />
      <Refused trouble={trouble} />
      {typeof trouble?.detail.again === 'string' && <Box className='q-banner q-banner-bad'>{b('triesAgain', { time: localDateTime(trouble.detail.again) })}</Box>}
      <Button busy={sending} disabled={!code.trim() || !agreed} onTap={() => void bind()}>{b(!agreed ? 'bindAgreeFirst' : !code.trim() ? 'bindCodeFirst' : 'bindButton')}</Button>
      <Box style={{ marginTop: '12px' }}><Button kind='plain' onTap={onLeave}>{t('cancel')}</Button></Box>
    </>
  )
}
