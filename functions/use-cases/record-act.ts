import type { Parsed } from '@shared/contract'
import { reviewers } from '@shared/contract/progress'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { fieldsUnder } from '../core/fields-under'
import { foldApplication } from '../core/fold-application'
import { may } from '../core/may'
import type { ActInput } from '../core/act-input'
import type { UseCase } from '../http/app'
import { readApplicationSteps } from '../store/applications'
import { readAttachment } from '../store/attachments'
import { type Me, readMe } from '../store/people'
import { type AppendStep, actOn } from './act-on-application'
import { applicationView } from './application-view'
import type { Context } from './context'
import { withName } from './names-of'
import { readPapers } from './read-papers'

/** What staff record, with the papers and files it names as they are in the store. */
const inputOf = async (context: Context, personId: string, what: Parsed<'actOnApplication'>['what']): Promise<ActInput | Refusal> => {
  if (what.act === 'record-route' && what.route === 'pioneer-recommendation') {
    const { photoIds, ...rest } = what
    const photos = await readPapers(context, personId, photoIds)
    return isRefusal(photos) ? photos : { ...rest, photos }
  }
  if (what.act === 'file' || what.act === 'archive') {
    const file = await readAttachment(context.table, personId, what.fileId)
    const fault = (code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path: 'fileId', code, message }] })
    if (!file) return fault('file-missing', 'No such file was uploaded')
    if (file.kind === (what.act === 'file' ? 'e-file' : 'scan')) return fault('file-of-another-kind', what.act === 'file' ? 'What is filed is the scan of the stamped form' : 'What is archived is the e-file')
    if (file.upTo !== undefined && file.upTo !== (await readApplicationSteps(context.table, personId)).at(-1)?.hash) return fault('file-outdated', 'Something was recorded after the e-file was made: make it again')
    return { act: what.act, fileId: file.fileId, sha256: file.sha256, bytes: file.bytes }
  }
  return what
}

/** One act of staff about one person, on the version that was read. `append` as in act-on-application. */
export const actOnApplicationBy = (append?: AppendStep): UseCase<'actOnApplication'> => async (context, { personId, id, version, what }, { actor }) => {
  const me = await readMe(context.table, personId, true)
  if (!me) return refuse('not-found')
  const input = await inputOf(context, personId, what)
  if (isRefusal(input)) return fieldsUnder('what', input)
  const refusal = await actOn(context, me, { stepId: id, version, actor, input }, append)
  return refusal ? withName(context, fieldsUnder('what', refusal)) : applicationView(context, me, actor)
}
export const actOnApplication = actOnApplicationBy()

/** The same act about several people, one after another; each has its own outcome, none stops the rest. */
export const actOnApplications: UseCase<'actOnApplications'> = async (context, { what, people }, { actor }) => {
  const one = async ({ personId, id, version }: (typeof people)[number]) => {
    const me: Me | undefined = await readMe(context.table, personId, true)
    if (me?.branch === undefined || !may(actor.roles, reviewers, me.branch)) return { personId, ok: false, code: 'not-allowed' }
    const refusal = await actOn(context, me, { stepId: id, version, actor, input: what })
    if (!refusal) return { personId, ok: true, state: foldApplication(await readApplicationSteps(context.table, personId))?.state }
    const { refused, detail, errors } = await withName(context, fieldsUnder('what', refusal))
    return { personId, ok: false, code: refused, ...((detail || errors) && { detail: { ...detail, ...(errors && { errors }) } }) }
  }
  const outcomes = []
  for (const person of people) outcomes.push(await one(person))
  const [only] = outcomes
  return people.length === 1 && only && !only.ok && only.code === 'not-allowed' ? refuse('not-allowed') : { outcomes }
}
