import type { Answer, Input } from '@shared/contract/index'
import type { FieldError } from '@shared/model/refusal'
import type { q } from './text'

export type Task = Answer<'showTasks'>['items'][number]
export interface Spoken { date: string; words: string }
type Words = Parameters<typeof q>[0]
export type Faults = Partial<Record<keyof Spoken, Words>>

/** What is missing or cannot be, by field; `today` is a local date. */
export const faultsOf = ({ date, words }: Spoken, { from }: Task, today: string): Faults => ({
  ...(date === '' ? { date: 'needDate' as const } : date < from ? { date: 'tooEarly' as const } : date > today && { date: 'inFuture' as const }),
  ...(words.trim() === '' && { words: 'needWords' as const }),
})

/** The server's faults, each at the field that it names. */
export const faultsFrom = (errors: readonly FieldError[]): Faults =>
  Object.fromEntries(errors.map(({ path, code }) => (/date$/.test(path) ? ['date', code === 'in-future' ? 'inFuture' : 'tooEarly'] : ['words', code === 'not-asked' ? 'notAsked' : 'needWords'])))

export const inputOf = (id: string, { personId, as }: Task, { date, words }: Spoken): Input<'speakForApplicant'> => ({
  id, personId, what: as === 'mentor' ? { act: 'mentor-talk', date, notes: words.trim() } : { act: 'introduce', date, opinion: words.trim() },
})
