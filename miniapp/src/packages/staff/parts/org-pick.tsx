import { inScope, type OrgKind } from '@shared/model/org'
import { useQuery } from '@/api/use-query'
import { Select } from '@/ui/primitives'
import { Field } from '@/ui/parts'
import { s } from '../text'
import type { Staff } from './use-staff'

const indent = (id: string, scope: string) => '　'.repeat(id.split('.').length - scope.split('.').length)

/** The organisations the role reaches, nested; nothing where there is only one. */
export const OrgPick = ({ staff, kinds, label }: { staff: Staff; kinds?: readonly OrgKind[]; label?: string }) => {
  const orgs = useQuery('listOrgs', {})
  const below = (orgs.value ?? []).filter((o) => inScope(staff.role.scope, o.id) && (kinds ? kinds.includes(o.kind) : o.kind !== 'home')).sort((a, b) => (a.id < b.id ? -1 : 1))
  if (below.length < 2 && below[0]?.id === staff.org) return null
  return (
    <Field label={label ?? s('org')}>
      <Select value={below.some((o) => o.id === staff.org) ? staff.org : ''} onValue={staff.setOrg} label={label ?? s('org')} placeholder={s('chooseOrg')}
        options={below.map((o) => [o.id, `${indent(o.id, staff.role.scope)}${o.name}`] as const)} />
    </Field>
  )
}
