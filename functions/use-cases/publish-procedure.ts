import { countyOf } from '@shared/model/org'
import type { ProcedureVersion } from '@shared/model/procedure'
import { isRefusal, type Refusal } from '@shared/model/refusal'
import { allProcedures, publishProcedure as decide } from '../core/publish-procedure'
import type { UseCase } from '../http/app'
import { addProcedure, readProcedures } from '../store/procedure'
import { showProcedures } from './list-procedures'
import { withName } from './names-of'
import { untilDecided } from './until-decided'

/** Publishes the procedure as the version after the last one; of two publishers one wins, the other hears of it. `add` is a parameter so that a test can take the guard away. */
export const publishProcedureBy = (add: typeof addProcedure = addProcedure): UseCase<'publishProcedure'> => async (context, { id, org, content, after, effectiveFrom }, { actor }) => {
  const county = countyOf(org)
  const published = await untilDecided<ProcedureVersion | Refusal>(context, async () => {
    const versions = allProcedures(await readProcedures(context.table, county, true))
    const decided = decide(versions, { publishId: id, content, after, effectiveFrom, by: actor.personId }, context.now())
    if (isRefusal(decided)) return decided
    if ('stands' in decided) return decided.stands
    return (await add(context.table, county, decided.add)) ? decided.add : undefined
  })
  if (isRefusal(published)) return withName(context, published)
  const [shown] = await showProcedures(context, [published], allProcedures(await readProcedures(context.table, county, true)))
  if (!shown) throw new Error('A published version cannot be shown')
  return shown
}

export const publishProcedure = publishProcedureBy()
