import { useRef, useState } from 'react'
import { actName, type Condition, stateName } from '../parts/application-words'
import { clientId } from '@/api/client-id'
import { currentRole } from '@/api/session'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { toast } from '@/ui/toast'
import { sendWhenSeen } from '../parts/send-when-seen'
import { faultsFrom, faultsOf, fieldsOf, type Values, type View, whatOf } from './act-forms'
import { type ActKey, ac } from './text'

/** What of a decision is likely the same for the next person: kept while the app is open. */
let lastDecision: Values = {}

/** The body that most likely decided: the branch's committee, or the organisation's. */
const bodyOf = (): string => {
  const role = currentRole()
  if (!role || role.name === 'student' || role.name === 'home-manager') return ''
  return ac(role.name === 'branch-secretary' ? 'committeeOf' : 'leagueOf', { org: role.scopeName })
}

/** Values of an act's form, what is missing of them, and what was last used where it is likely the same. */
export const useActValues = (act: string, first: Values) => {
  const [values, setValues] = useState<Values>(() => ({ ...(fieldsOf(act, {}).some(({ key }) => key === 'decision.body') && { 'decision.body': bodyOf(), ...lastDecision }), ...first }))
  const [checked, setChecked] = useState(false)
  const [told, setTold] = useState<Record<string, ActKey>>({})
  const fields = fieldsOf(act, values)
  const put = (key: string, value: string) => {
    setTold({})
    setValues((now) => ({ ...now, [key]: value }))
  }
  const missing = faultsOf(fields, values)
  const check = (): boolean => {
    setChecked(true)
    if (Object.keys(missing).length) buzz(false)
    else lastDecision = { ...lastDecision, ...Object.fromEntries(Object.entries(values).filter(([key]) => key.startsWith('decision.'))) }
    return Object.keys(missing).length === 0
  }
  return { values, fields, put, check, tell: setTold, faults: { ...told, ...(checked && missing) } }
}

/** Records an act about one person, on the version that is shown. Photos are looked at after they arrive: until then the same is sent again. */
export const useAct = (view: View, act: string, first: Values, { onDone, onChanged }: { onDone: (view: View) => void; onChanged: () => void }) => {
  const form = useActValues(act, first)
  const [unmet, setUnmet] = useState<readonly Condition[]>([])
  const [waiting, setWaiting] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('actOnApplication')
  const put = (key: string, value: string) => {
    id.current = clientId()
    setUnmet([])
    form.put(key, value)
  }
  const record = async (more: object = {}) => {
    if (!form.check()) return
    const { personId } = view.person
    const input = { personId, id: id.current, version: view.application?.version ?? 1, what: whatOf(act, form.fields, form.values, more) }
    const reply = await sendWhenSeen(() => send(input), setWaiting)
    if (!reply) return
    if (reply.ok) {
      toast(ac('recorded', { what: actName(act) }))
      return onDone(reply.value)
    }
    const { code, detail, errors } = reply.trouble
    if (code === 'application-changed') {
      const { byName, state } = (detail.conflict ?? {}) as { byName?: string; state?: string }
      toast(ac('changed', { who: byName ?? ac('somebody'), state: state ? stateName(state) : '' }))
      return onChanged()
    }
    if (code !== 'offline' && code !== 'photo-not-ready') id.current = clientId()
    form.tell(faultsFrom(errors))
    setUnmet(code === 'conditions-unmet' ? ((detail.conditions ?? []) as Condition[]) : [])
  }
  return { ...form, put, unmet, record, sending: sending || waiting, trouble: waiting ? undefined : trouble, changed: () => { id.current = clientId() } }
}
