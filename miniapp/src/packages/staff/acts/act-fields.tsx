import { localDate } from '@/text/format'
import { Chips, Field } from '@/ui/parts'
import { DateInput, Select, TextArea, TextInput } from '@/ui/primitives'
import type { FieldSpec, Values } from './act-forms'
import { type ActKey, ac } from './text'

type Options = readonly (readonly [string, string])[]
interface Props { fields: readonly FieldSpec[]; values: Values; put: (key: string, value: string) => void; faults: Record<string, ActKey>; options?: (key: string) => Options }

const Control = ({ spec: { key, kind, label, most }, value, put, options, invalid }: { spec: FieldSpec; value: string; put: Props['put']; options: Options; invalid: boolean }) => {
  const shared = { id: key, label: ac(label), value, onValue: (next: string) => put(key, next), describedBy: `${key}-note`, invalid }
  if (kind === 'date') return <DateInput {...shared} max={localDate(Date.now())} placeholder={ac('choose')} />
  if (kind === 'area') return <TextArea {...shared} maxLength={most ?? 500} rows={3} />
  if (kind === 'choice') return options.length > 3 ? <Select {...shared} placeholder={ac('choose')} options={options} /> : <Chips label={ac(label)} value={value} onValue={shared.onValue} options={options} />
  return <TextInput {...shared} type={kind === 'count' ? 'number' : 'text'} maxLength={kind === 'count' ? 4 : (most ?? 140)} />
}

/** The fields of an act's form, each with its fault. */
export const ActFields = ({ fields, values, put, faults, options = () => [] }: Props) => (
  <>
    {fields.map((spec) => {
      const fault = faults[spec.key]
      return <Field key={spec.key} label={ac(spec.label)} hint={spec.hint && ac(spec.hint)} fault={fault && ac(fault)} id={spec.key}><Control spec={spec} value={values[spec.key] ?? ''} put={put} options={options(spec.key)} invalid={fault !== undefined} /></Field>
    })}
  </>
)
