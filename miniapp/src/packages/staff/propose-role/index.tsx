import '../parts/staff.css'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { back } from '@/platform/navigate'
import { t } from '@/text'
import { Page } from '@/ui/page'
import { Button, Chips, Field } from '@/ui/parts'
import { Box, Select, Text, TextArea } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { type Staff, useGrantor } from '../parts/use-grantor'
import { s } from '../text'
import { type Draft, type Faults, faultsFrom, faultsOf, inputOf, rolesFor, scopesFor } from './draft'
import { Whom } from './whom'

/** The draft, checked here and by the server, and sent under one id for as long as it is the same. */
const useProposal = () => {
  const [draft, setDraft] = useState<Draft>({ role: 'branch-secretary', scope: '', whom: 'known', person: undefined, newName: '', why: '' })
  const [checked, setChecked] = useState(false)
  const [told, setTold] = useState<Faults>({})
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('proposeRole')
  const put = (change: Partial<Draft>) => {
    id.current = clientId()
    setTold({})
    setDraft((now) => ({ ...now, ...change }))
  }
  const propose = async (whole: Draft) => {
    setChecked(true)
    if (Object.keys(faultsOf(whole)).length) return buzz(false)
    const reply = await send(inputOf(whole, id.current))
    if (!reply) return
    if (!reply.ok) return setTold(faultsFrom(reply.trouble.errors))
    toast(s('proposedDone'))
    back('staff/roles')
  }
  return { draft, put, faultsOfDraft: (whole: Draft): Faults => ({ ...told, ...(checked && faultsOf(whole)) }), propose, sending, trouble }
}

const Form = ({ staff, orgs }: { staff: Staff; orgs: Parameters<typeof rolesFor>[1] }) => {
  const { draft, put, faultsOfDraft, propose, sending, trouble } = useProposal()
  const roles = rolesFor(staff.role, orgs)
  const role = roles.includes(draft.role) ? draft.role : (roles[0] ?? draft.role)
  const scopes = scopesFor(staff.role, role, orgs)
  // The organisation that was looked at, or the only one there is.
  const near = [staff.org, scopes.length === 1 ? scopes[0]?.id : undefined].find((id) => scopes.some((org) => org.id === id))
  const scope = scopes.some((org) => org.id === draft.scope) ? draft.scope : (near ?? '')
  const whole = { ...draft, role, scope }
  const faults = faultsOfDraft(whole)
  const said = (field: keyof Faults) => faults[field] && s(faults[field])
  const schoolOf = (id: string) => orgs.find((org) => org.id === id.slice(0, id.lastIndexOf('.')) && org.kind === 'school')?.name ?? ''
  return (
    <Box className='s-narrow'>
      <Text className='q-soft q-block s-intro'>{s('proposeWords')}</Text>
      <Field label={s('whichRole')}><Chips label={s('whichRole')} value={role} onValue={(next) => put({ role: next })} options={roles.map((one) => [one, t(`role-${one}`)] as const)} /></Field>
      <Field label={s('overWhat')} fault={said('scope')} id='scope'><Select id='scope' label={s('overWhat')} value={scope} onValue={(next) => put({ scope: next })} placeholder={s('chooseOrg')} options={scopes.map(({ id, name, kind }) => [id, kind === 'branch' ? `${schoolOf(id)}${name}` : name] as const)} /></Field>
      <Whom org={staff.role.scope} draft={whole} put={put} fault={said('whom')} />
      <Field label={s('why')} hint={s('whyProposeHint')} fault={said('why')} id='why'><TextArea id='why' label={s('why')} value={draft.why} onValue={(why) => put({ why })} maxLength={200} rows={2} /></Field>
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void propose(whole)}>{s('proposeNow')}</Button>
    </Box>
  )
}

/** A proposal: which role, over what, for whom and why. Another person approves it. */
export default function ProposeRole() {
  const staff = useGrantor()
  const orgs = useQuery('listOrgs', staff && {})
  return <Page title={s('propose')} wide>{staff && <WithQuery query={orgs}>{(value) => <Form staff={staff} orgs={value} />}</WithQuery>}</Page>
}
