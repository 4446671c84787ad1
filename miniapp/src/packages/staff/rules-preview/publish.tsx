import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { replace } from '@/platform/navigate'
import { localDate } from '@/text/format'
import { Button, Card, Field, Heading } from '@/ui/parts'
import { Box, DateInput } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import type { Version } from '../rules/describe'
import { p } from '../text/policy'

const day = 86_400_000

/** Publishes what was previewed, from a date on. `last`: the last version that the preview saw. */
export const Publish = ({ org, hash, last, coming, onChanged }: { org: string; hash: string; last: number; coming: Version[]; onChanged: (words: string) => void }) => {
  const today = localDate(Date.now())
  const [from, setFrom] = useState(localDate(Date.now() + day))
  const [asking, setAsking] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('publishRuleSet')
  const fault = from < today ? 'pastDate' : from > localDate(Date.now() + 366 * day) ? 'farDate' : undefined
  const n = last + 1
  const replaced = coming.filter(({ effectiveFrom }) => effectiveFrom >= from).map(({ ruleSet }) => p('publishReplaces', { n: ruleSet.version }))
  const publish = async () => {
    const reply = await send({ id: id.current, org, hash, after: last, effectiveFrom: from })
    if (!reply) return
    setAsking(false)
    if (reply.ok) {
      toast(p('published', { n }))
      return replace('staff/rules')
    }
    id.current = clientId()
    const { byName, version } = (reply.trouble.detail.conflict ?? {}) as { byName?: string; version?: number }
    if (reply.trouble.code === 'rules-changed') onChanged(p('rulesChanged', { who: byName ?? p('nobodyNamed'), n: version ?? n }))
  }
  return (
    <>
      <Heading>{p('publishTitle', { n })}</Heading>
      <Card>
        <Field label={p('from')} hint={p('fromHint')} fault={fault && p(fault)} id='from'><DateInput id='from' label={p('from')} value={from} onValue={(value) => { id.current = clientId(); setFrom(value) }} min={today} /></Field>
        {replaced.map((words) => <Box key={words} className='s-warn'>{words}</Box>)}
        <Refused trouble={trouble} />
        <Button disabled={fault !== undefined} busy={sending} onTap={() => setAsking(true)}>{p('publish')}</Button>
      </Card>
      {asking && <Confirm title={p('publishTitle', { n })} words={from === today ? p('publishAskNow', { n }) : p('publishAsk', { date: from, n })} yes={p('publish')} busy={sending} onYes={() => void publish()} onNo={() => setAsking(false)} />}
    </>
  )
}
