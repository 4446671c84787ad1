import { type FieldError, type Refusal, refuse } from '@shared/model/refusal'
import { type HomeAssessment, type HomeStandard, namesMobile, type OpenSpan, type StandardName, type YouthHome } from '@shared/model/youth-home'
import { minutesOf } from '@shared/rules/open-hours'

/** Where a standard stands: its last revision, the last assessment of it, and whether it changed since. */
export const standingOf = (home: Pick<YouthHome, 'standards' | 'assessments'>, standard: StandardName): { last?: HomeStandard; assessment?: HomeAssessment; state: HomeAssessment['state'] | 'not-assessed'; changedSince: boolean } => {
  const last = home.standards.findLast((one) => one.standard === standard)
  const assessment = home.assessments.findLast((one) => one.standard === standard)
  return { ...(last && { last }), ...(assessment && { assessment }), state: assessment?.state ?? 'not-assessed', changedSince: assessment !== undefined && (last?.revision ?? 0) > assessment.ofRevision }
}

export interface Assessing extends Pick<HomeAssessment, 'assessId' | 'standard' | 'state' | 'words' | 'ofRevision' | 'at' | 'by'> {
  /** The number of the last assessment of this standard that the assessor has seen; 0: none. */
  after: number
}

/**
 * The assessment to add, as number last + 1; or the one that stands where this request was made before. Nobody assesses what they wrote or a home they manage
 * (`ownHome`). Who has not seen the last words, or the last assessment, is told: `conflict` names people by id.
 */
export const assessHome = (home: YouthHome, { after, ...said }: Assessing, ownHome: boolean): { add: HomeAssessment } | { stands: HomeAssessment } | Refusal => {
  const again = home.assessments.find(({ assessId, by }) => assessId === said.assessId && by === said.by)
  if (again) return again.standard === said.standard && again.state === said.state && again.words === said.words && again.ofRevision === said.ofRevision ? { stands: again } : refuse('id-reused')
  const { last, assessment } = standingOf(home, said.standard)
  if (ownHome || home.standards.some(({ standard, by, revision }) => standard === said.standard && by === said.by && revision === last?.revision)) return refuse('own-home')
  if ((assessment?.n ?? 0) !== after) return refuse('home-changed', { conflict: { what: 'assessment', by: assessment?.by, at: assessment?.at } })
  if ((last?.revision ?? 0) !== said.ofRevision) return refuse('home-changed', { conflict: { what: 'standard', by: last?.by, at: last?.at } })
  return { add: { ...said, n: (home.assessments.at(-1)?.n ?? 0) + 1 } }
}

/** What is wrong with opening hours, by weekday and span: they end after they begin, in order, and apart. */
export const faultsOfHours = (hours: readonly (readonly OpenSpan[])[]): FieldError[] =>
  hours.flatMap((spans, day) =>
    spans.flatMap(({ from, to }, i): FieldError[] => {
      if (minutesOf(to) <= minutesOf(from)) return [{ path: `hours[${day}][${i}].to`, code: 'not-after-start', message: 'Opening hours end after they begin' }]
      const before = spans[i - 1]
      return before && minutesOf(from) < minutesOf(before.to) ? [{ path: `hours[${day}][${i}].from`, code: 'overlaps', message: 'Opening hours of a day are in order and apart' }] : []
    }),
  )

/** A home's contact is its own: a mobile number is somebody's. */
export const faultsOfContact = (contact: string | undefined): FieldError[] =>
  contact !== undefined && namesMobile(contact) ? [{ path: 'contact', code: 'mobile-number', message: 'Give the home’s own telephone or account, not a person’s mobile number' }] : []
