import { countyOf, type Org } from '@shared/model/org'
import type { FieldError, Refusal } from '@shared/model/refusal'
import type { Context } from './context'
import { isCommittee, yearOf } from './show-plan'

const wrong = (error: FieldError): Refusal => ({ refused: 'invalid-input', errors: [error] })

/** The school or township that a change of the plan is about, and its county's organisations. A plan is made for this year or the next. */
export const committeeNamed = async (context: Context, org: string, year: number): Promise<{ committee: Org; orgs: Map<string, Org>; county: string } | Refusal> => {
  const county = countyOf(org)
  const orgs = await context.orgs(county)
  const committee = orgs.get(org)
  if (!committee || !isCommittee(committee)) return wrong({ path: 'org', code: 'not-a-committee', message: 'A school or township' })
  const now = yearOf(context)
  return year === now || year === now + 1 ? { committee, orgs, county } : wrong({ path: 'year', code: 'not-open', message: 'This year or the next' })
}
