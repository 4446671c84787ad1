import type { Answer } from '@shared/contract/index'
import type { GrantDecision } from '@shared/model/role-trail'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { t } from '@/text'
import { localDate } from '@/text/format'
import { Button, Card, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'
import { CodeSheet } from '../parts/code-sheet'
import { WhySheet } from '../parts/why-sheet'
import { s } from '../text'

type Grant = Answer<'listRoleGrants'>['open'][number]
type Code = Answer<'decideRoleGrant'>['bindingCode']

const waitsFor = (grant: Grant, countySecretaries: number): string => {
  if (grant.lapsed) return s('grantLapsed')
  if (grant.mine) return countySecretaries < 2 ? s('grantOperator', { id: grant.grantId }) : s('grantMine')
  return grant.mayDecide ? '' : s('grantNotYours')
}

const GrantCard = ({ grant, countySecretaries, onDecide }: { grant: Grant; countySecretaries: number; onDecide: (grant: Grant, to: GrantDecision) => void }) => {
  const note = waitsFor(grant, countySecretaries)
  return (
    <Card>
      <Row><Text className='q-grow q-strong'>{grant.name}</Text>{grant.newPerson && <Tag tone='info'>{s('newPerson')}</Tag>}{grant.lapsed ? <Tag tone='bad'>{s('lapsed')}</Tag> : <Tag tone='wait'>{s('toApprove')}</Tag>}</Row>
      <Text className='q-block'>{t(`role-${grant.role}`)} · {grant.scopeName}</Text>
      <Text className='q-block'>{s('becauseOf', { why: grant.why })}</Text>
      <Text className='q-soft q-small q-block'>{s('proposedBy', { who: grant.byName, day: localDate(grant.at), until: localDate(grant.expiresAt) })}</Text>
      {note !== '' && <Text className='q-small q-block q-amber'>{note}</Text>}
      {(grant.mine || grant.mayDecide) && (
        <Box className='s-actions'>
          {grant.mine && <Button kind='plain' onTap={() => onDecide(grant, 'withdrawn')}>{s('withdrawGrant')}</Button>}
          {grant.mayDecide && <Button kind='plain' onTap={() => onDecide(grant, 'refused')}>{s('refuseGrant')}</Button>}
          {grant.mayDecide && !grant.lapsed && <Button onTap={() => onDecide(grant, 'approved')}>{s('approveGrant')}</Button>}
        </Box>
      )}
    </Card>
  )
}

/** What waits for a second person, each with what the reader can do about it. */
export const OpenGrants = ({ open, countySecretaries, onChanged }: { open: Grant[]; countySecretaries: number; onChanged: () => void }) => {
  const [asked, setAsked] = useState<{ grant: Grant; to: GrantDecision }>()
  const [given, setGiven] = useState<{ name: string; code: NonNullable<Code> }>()
  const id = useRef('')
  const { send, sending, trouble, clear } = useSend('decideRoleGrant')
  const ask = (grant: Grant, to: GrantDecision) => {
    id.current = clientId()
    clear()
    setAsked({ grant, to })
  }
  const decide = async (why: string) => {
    if (!asked) return
    const { grant, to } = asked
    const reply = await send({ grantId: grant.grantId, id: id.current, to, ...(why && { why }) })
    if (!reply) return
    if (!reply.ok) return onChanged()
    setAsked(undefined)
    toast(s(to === 'approved' ? 'grantApproved' : `${to}Done`))
    if (reply.value.bindingCode) setGiven({ name: grant.name, code: reply.value.bindingCode })
    onChanged()
  }
  const what = asked && { name: asked.grant.name, role: t(`role-${asked.grant.role}`), scope: asked.grant.scopeName }
  return (
    <>
      <Box className='s-columns'>{open.map((grant) => <GrantCard key={grant.grantId} grant={grant} countySecretaries={countySecretaries} onDecide={ask} />)}</Box>
      {open.length === 0 && <Empty title={s('noGrants')} words={s('noGrantsWords')} />}
      <Box>{asked && what && <WhySheet title={s(`${asked.to}Title`)} words={s(`${asked.to}Ask`, what)} yes={s(`${asked.to}Yes`)} danger={asked.to === 'refused'} busy={sending} trouble={trouble} onYes={(why) => void decide(why)} onClose={() => setAsked(undefined)} />}</Box>
      <Box>{given && <CodeSheet name={given.name} {...given.code} onClose={() => setGiven(undefined)} />}</Box>
    </>
  )
}
