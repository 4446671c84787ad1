import { namesMobile, type OpenSpan } from '@shared/model/youth-home'
import { minutesOf } from '@shared/rules/open-hours'
import type { HomeView } from '@shared/contract/youth-homes'
import type { FieldError } from '@shared/model/refusal'
import type { YouthHomeKey } from '../text/homes'

/** A profile being written. Times as typed; an end of 00:00 is midnight. */
export interface ProfileForm {
  introduction: string
  address: string
  hours: OpenSpan[][]
  contact: string
  notice: string
}
export type Field = 'introduction' | 'address' | 'hours' | 'contact' | 'cover'
export type Faults = Partial<Record<Field, YouthHomeKey>>

const days = Array.from({ length: 7 }, (_, day) => day)
export const mostSpans = 3
export const newSpan: OpenSpan = { from: '09:00', to: '18:00' }

const midnight = ({ from, to }: OpenSpan, is: string, becomes: string): OpenSpan => ({ from, to: to === is ? becomes : to })

export const formOf = ({ introduction = '', address = '', contact = '', notice = '', hours }: HomeView['profile']): ProfileForm =>
  ({ introduction, address, contact, notice, hours: days.map((day) => (hours ? (hours[day] ?? []) : day < 5 ? [newSpan] : []).map((span) => midnight(span, '24:00', '00:00'))) })

/** What is sent: empty fields are left out. */
export const inputOf = ({ introduction, address, contact, notice, hours }: ProfileForm) => ({
  introduction: introduction.trim(), address: address.trim(), hours: hours.map((spans) => spans.map((span) => midnight(span, '00:00', '24:00'))),
  ...(contact.trim() && { contact: contact.trim() }), ...(notice.trim() && { notice: notice.trim() }),
})

const fit = (spans: readonly OpenSpan[]) => spans.every(({ from, to }, i) => from !== '' && to !== '' && minutesOf(to) > minutesOf(from) && minutesOf(from) >= (i > 0 ? minutesOf(spans[i - 1]?.to ?? '24:00') : 0))

export const faultsOf = (form: ProfileForm): Faults => {
  const { introduction, address, hours } = inputOf(form)
  return {
    ...(introduction === '' && { introduction: 'needIntroduction' as const }), ...(address === '' && { address: 'needAddress' as const }),
    ...(!hours.every(fit) && { hours: 'hoursOrder' as const }), ...(namesMobile(form.contact) && { contact: 'mobile' as const }),
  }
}

/** The server's faults beside their fields. */
export const faultsFrom = (errors: readonly FieldError[]): Faults =>
  Object.fromEntries(errors.map(({ path }) => (path === 'coverId' ? ['cover', 'photoBad'] : [path.startsWith('hours') ? 'hours' : path, 'fieldWrong'])))
