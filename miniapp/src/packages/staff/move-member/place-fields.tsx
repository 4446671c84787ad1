import type { Answer } from '@shared/contract/index'
import { Field } from '@/ui/parts'
import { Select } from '@/ui/primitives'
import { tu, type TurnKey } from '../text/turns'

export type Places = Answer<'listPlaces'>
export interface Chosen { school: string; branch: string; className: string }
export const schoolOf = (branch: string): string => branch.slice(0, branch.lastIndexOf('.'))

/** Schools that have a branch at all. */
export const schoolsOf = (places: Places): Places => places.filter(({ id, kind }) => kind !== 'branch' && places.some((one) => one.kind === 'branch' && schoolOf(one.id) === id))

/** School, branch and class, one after another; a branch of one class needs no choice. */
export const PlaceFields = ({ places, value, onChange, faults, words = {}, withClass = true }: { places: Places; value: Chosen; onChange: (next: Chosen) => void; faults: Partial<Record<'branch' | 'className', TurnKey>>; words?: { school?: string; branch?: string }; withClass?: boolean }) => {
  const branches = places.filter(({ id, kind }) => kind === 'branch' && schoolOf(id) === value.school)
  const classes = branches.find(({ id }) => id === value.branch)?.classes ?? []
  return (
    <>
      <Field label={words.school ?? tu('school')} id='school'><Select id='school' label={words.school ?? tu('school')} value={value.school} placeholder={tu('chooseSchool')} onValue={(school) => onChange({ school, branch: '', className: '' })} options={schoolsOf(places).map(({ id, name }) => [id, name] as const)} /></Field>
      <Field label={words.branch ?? tu('branch')} id='branch' hint={value.school === '' ? tu('pickSchool') : undefined} fault={faults.branch && tu(faults.branch)}>
        <Select id='branch' label={words.branch ?? tu('branch')} value={value.branch} placeholder={tu('chooseBranch')} onValue={(branch) => onChange({ ...value, branch, className: '' })} options={branches.map(({ id, name }) => [id, name] as const)} />
      </Field>
      {withClass && classes.length > 1 && <Field label={tu('className')} id='class' fault={faults.className && tu(faults.className)}><Select id='class' label={tu('className')} value={value.className} placeholder={tu('chooseClass')} onValue={(className) => onChange({ ...value, className })} options={classes.map((one) => [one, one] as const)} /></Field>}
    </>
  )
}
