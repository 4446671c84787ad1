import { Button, Chips, Field as FormField } from '@/ui/parts'
import { Box, Select, Tap, TextArea, TextInput } from '@/ui/primitives'
import { ad } from '../text/admission'
import { pr } from '../text/procedure'
import { allRoutes, type Content, type Field, fields, type Part, type StaffAct, staffRoles, valueAt } from './fields'
import type { Faults, ProcedureForm } from './procedure-form'

export interface FormProps {
  form: ProcedureForm
  faults: Faults
  onType: (path: string, text: string) => void
  onPut: (path: string, value: unknown) => void
}
const idOf = (path: string) => path.replaceAll(/[^a-zA-Z0-9]+/g, '-')

/** Several of a few, side by side. */
const Some = <V extends string>({ label, options, value, onValue }: { label: string; options: readonly (readonly [V, string])[]; value: readonly V[]; onValue: (value: V[]) => void }) => (
  <Box className='q-wrap' role='group' label={label}>
    {options.map(([one, words]) => {
      const on = value.includes(one)
      return <Tap key={one} role='checkbox' selected={on} className={`q-chip ${on ? 'q-chip-on' : ''}`} label={`${label} ${words}`} onTap={() => onValue(options.flatMap(([other]) => ((other === one) !== value.includes(other) ? [other] : [])))}>{words}</Tap>
    })}
  </Box>
)

const shares: [number, number][] = [[1, 2], [3, 5], [2, 3], [3, 4], [4, 5]]
const shareKey = ([n, of]: readonly [number, number]) => `${n}/${of}`

const Control = ({ field, form, faults, onType, onPut }: FormProps & { field: Field }) => {
  const { path } = field
  const label = pr(field.label)
  const value = valueAt(form.content, path)
  switch (field.kind) {
    case 'number':
    case 'province':
      return <TextInput id={idOf(path)} type='number' label={label} value={form.typed[path] ?? String(value)} onValue={(text) => onType(path, text)} maxLength={4} invalid={faults[path] !== undefined} describedBy={`${idOf(path)}-note`} />
    case 'share': {
      const now = value as [number, number]
      const options = shares.some((one) => shareKey(one) === shareKey(now)) ? shares : [now, ...shares]
      return <Select label={label} value={shareKey(now)} onValue={(key) => onPut(path, key.split('/').map(Number))} options={options.map((one) => [shareKey(one), pr('moreThan', { share: pr('shareOf', { n: one[0], of: one[1] }) })] as const)} />
    }
    case 'choice':
      return <Chips label={label} value={String(value)} onValue={(one) => onPut(path, one)} options={field.options.map(([one, words]) => [one, pr(words)] as const)} />
    case 'routes':
      return <Some label={label} value={value as Content['activist']['routes']} onValue={(routes) => onPut(path, routes)} options={allRoutes.map((route) => [route, ad(`route-${route}`)] as const)} />
  }
}

const labelOf = (field: Field): string => (field.kind === 'number' ? `${pr(field.label)}（${pr(field.unit)}）` : pr(field.label))

/** Who may record each act over the applicant's branch. */
const ActorFields = ({ form, faults, onPut }: FormProps) => (
  <>
    <Box className='q-hint'>{pr('actorsHint')}</Box>
    {(Object.keys(form.content.actors) as StaffAct[]).map((act) => {
      const label = ad(`act-${act}`)
      return <FormField key={act} label={label} fault={faults[`actors.${act}`]}><Some label={label} value={form.content.actors[act]} onValue={(roles) => onPut(`actors.${act}`, roles)} options={staffRoles.map((role) => [role, ad(`by-${role}`)] as const)} /></FormField>
    })}
  </>
)

/** Days that the state moved, of years that the calendar does not know yet. */
const WorkdayFields = ({ form, faults, onType, onPut, thisYear }: FormProps & { thisYear: number }) => {
  const years = form.content.workdays ?? []
  const missing = [thisYear, thisYear + 1].filter((year) => !years.some((one) => one.year === year))
  const put = (next: typeof years) => onPut('workdays', next.length ? next : undefined)
  return (
    <>
      <Box className='q-hint'>{pr('workdaysHint')}</Box>
      {years.map(({ year, worked, off }) => (
        <Box key={year} className='s-line'>
          {([['worked', worked], ['off', off]] as const).map(([name, days]) => {
            const path = `workdays.${year}.${name}`
            return <FormField key={name} label={`${year} ${pr(name)}`} id={idOf(path)} hint={pr('daysHint')} fault={faults[path]}><TextArea id={idOf(path)} label={`${year} ${pr(name)}`} rows={3} maxLength={2000} value={form.typed[path] ?? days.join('\n')} onValue={(text) => onType(path, text)} invalid={faults[path] !== undefined} describedBy={`${idOf(path)}-note`} /></FormField>
          })}
          <Button small kind='plain' onTap={() => put(years.filter((one) => one.year !== year))}>{pr('removeYear', { year })}</Button>
        </Box>
      ))}
      <Box className='q-wrap'>{missing.map((year) => <Button key={year} small kind='plain' onTap={() => put([...years, { year, worked: [], off: [] }].sort((a, b) => a.year - b.year))}>{pr('addYear', { year })}</Button>)}</Box>
    </>
  )
}

/** The fields of one part of the procedure, each with what it means. */
export const PartFields = ({ part, thisYear, ...props }: FormProps & { part: Part; thisYear: number }) => {
  if (part === 'actors') return <ActorFields {...props} />
  if (part === 'workdays') return <WorkdayFields {...props} thisYear={thisYear} />
  return (
    <Box className='s-filters s-filters-two'>
      {fields.filter((field) => field.part === part).map((field) => <FormField key={field.path} label={labelOf(field)} hint={pr(field.hint)} fault={props.faults[field.path]} id={idOf(field.path)}><Control {...props} field={field} /></FormField>)}
    </Box>
  )
}
