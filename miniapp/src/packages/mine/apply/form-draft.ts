import type { Input } from '@shared/contract/index'
import type { FieldError } from '@shared/model/refusal'
import type { View } from './stages'
import type { MineKey } from './text'

export const fields = ['ethnicity', 'education', 'family', 'honours', 'statement'] as const
export type FormField = (typeof fields)[number]
/** What the contract allows of each, in characters. */
export const mostOf: Record<FormField, number> = { ethnicity: 20, education: 1000, family: 1000, honours: 1000, statement: 3000 }

/** The form as it is being written: kept on the phone until it is sent. */
export interface FormDraft {
  words: Record<FormField, string>
  introducers: string[]
}

/** What a returned form said, to be changed; else nothing. */
export const draftOf = ({ application }: Pick<View, 'application'>): FormDraft => ({
  words: Object.fromEntries(fields.map((field) => [field, application?.form?.[field] ?? ''])) as Record<FormField, string>,
  introducers: application?.introducers.flatMap(({ personId }) => personId ?? []) ?? [],
})

export type Faults = Partial<Record<FormField | 'introducers' | 'date', MineKey>>

/** What is missing, by field; exactly as many introducers as are needed. */
export const faultsOf = ({ words, introducers }: FormDraft, needed: number): Faults => ({
  ...(words.ethnicity.trim() === '' && { ethnicity: 'needEthnicity' as const }),
  ...(words.education.trim() === '' && { education: 'needEducation' as const }),
  ...(words.family.trim() === '' && { family: 'needFamily' as const }),
  ...(words.statement.trim() === '' && { statement: 'needStatement' as const }),
  ...(introducers.length !== needed && { introducers: 'needIntroducers' as const }),
})

const needs: Partial<Record<FormField, MineKey>> = { ethnicity: 'needEthnicity', education: 'needEducation', family: 'needFamily', statement: 'needStatement' }
const faultOf = ({ path, code }: FieldError): [keyof Faults, MineKey] => {
  if (path.startsWith('introducers')) return ['introducers', code === 'how-many' ? 'needIntroducers' : 'notMember']
  if (path === 'date') return ['date', code === 'same-day' ? 'lessonToday' : 'dateWrong']
  const field = path.replace(/^form\./, '') as FormField
  return fields.includes(field) ? [field, code === 'too_small' ? (needs[field] ?? 'fieldWrong') : 'fieldWrong'] : ['date', 'fieldWrong']
}
/** The server's faults, each at the field that it names. */
export const faultsFrom = (errors: readonly FieldError[]): Faults => Object.fromEntries(errors.map(faultOf))

/** One more or one fewer: whoever is over the number needed is not taken. */
export const chosenWith = (chosen: readonly string[], personId: string, needed: number): string[] =>
  chosen.includes(personId) ? chosen.filter((one) => one !== personId) : chosen.length < needed ? [...chosen, personId] : [...chosen]

export const inputOf = ({ words, introducers }: FormDraft, id: string, version: number): Input<'fillForm'> => {
  const { honours, ...rest } = Object.fromEntries(fields.map((field) => [field, words[field].trim()])) as Record<FormField, string>
  return { id, version, form: { ...rest, ...(honours !== '' && { honours }) }, introducers }
}
