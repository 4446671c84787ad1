import type { Answer } from '@shared/contract/index'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { t } from '@/text'
import { localDate } from '@/text/format'
import { Button, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { CodeSheet } from '../parts/code-sheet'
import { WhySheet } from '../parts/why-sheet'
import { s } from '../text'

export type Holder = Answer<'listRoleHolders'>['items'][number]

const bindingWords = ({ role, bound, branch, own, mayCode }: Holder): string | undefined => {
  if (own) return undefined
  const operator = role === 'county-committee'
  if (bound) return operator ? s('unbindByOperator') : undefined
  return operator ? s('codeFromOperator') : branch ? s('codeFromBranch') : mayCode ? s('holderNotBound') : undefined
}

/** What somebody holds since when, with the code to bind, unbinding and taking the role away, as far as the reader may. */
export const HolderDetail = ({ holder, onChanged, onRemoved }: { holder: Holder; onChanged: () => void; onRemoved: () => void }) => {
  const { personId, name, role, scope, scopeName } = holder
  const held = { personId, role, scope }
  const what = { name, role: t(`role-${role}`), scope: scopeName }
  const id = useRef(clientId())
  const [asking, setAsking] = useState<'remove' | 'unbind'>()
  const [code, setCode] = useState<Answer<'issueStaffCode'>>()
  const removing = useSend('removeRole')
  const issuing = useSend('issueStaffCode')
  const unbinding = useSend('unbindStaff')
  const remove = async (why: string) => {
    const reply = await removing.send({ ...held, why })
    if (!reply?.ok) return
    setAsking(undefined)
    toast(s('removedDone'))
    onRemoved()
  }
  const issue = async () => {
    const reply = await issuing.send({ ...held, id: id.current })
    if (reply?.ok) setCode(reply.value)
  }
  const unbind = async () => {
    const reply = await unbinding.send(held)
    setAsking(undefined)
    if (!reply?.ok) return
    toast(s('unbound'))
    onChanged()
  }
  const note = bindingWords(holder)
  return (
    <>
      <Row><Text className='q-grow q-strong'>{what.role}</Text>{holder.own ? <Tag tone='info'>{s('yourself')}</Tag> : holder.bound ? <Tag tone='good'>{s('isBound')}</Tag> : <Tag>{s('notBound')}</Tag>}</Row>
      <Text className='q-block'>{scopeName}</Text>
      <Text className='q-soft q-small q-block'>{holder.since === undefined ? s('heldFromStart') : s('heldSince', { day: localDate(holder.since) })}</Text>
      {note && <Text className='q-small q-block'>{note}</Text>}
      <Refused trouble={issuing.trouble ?? unbinding.trouble} />
      <Box className='s-stack'>
        {holder.mayCode && <Button kind='plain' busy={issuing.sending} onTap={() => void issue()}>{s('issueCode')}</Button>}
        {holder.mayUnbind && <Button kind='plain' onTap={() => setAsking('unbind')}>{s('unbind')}</Button>}
        {holder.mayRemove && <Button kind='danger' onTap={() => setAsking('remove')}>{s('removeRole')}</Button>}
        {holder.own && <Text className='q-soft q-small q-block'>{s('ownRoleWords')}</Text>}
      </Box>
      <Box>{asking === 'remove' && <WhySheet title={s('removeRole')} words={s('removeRoleAsk', what)} yes={s('removeRoleYes')} danger needed busy={removing.sending} trouble={removing.trouble} onYes={(why) => void remove(why)} onClose={() => setAsking(undefined)} />}</Box>
      <Box>{asking === 'unbind' && <Confirm title={s('unbind')} words={s('unbindAsk')} yes={s('unbind')} danger busy={unbinding.sending} onYes={() => void unbind()} onNo={() => setAsking(undefined)} />}</Box>
      <Box>{code && <CodeSheet name={name} {...code} onClose={() => setCode(undefined)} />}</Box>
    </>
  )
}
