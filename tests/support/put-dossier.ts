import type { Dossier } from '../../functions/documents/dossier'
import { putChainHead, stepItems } from '../../functions/store/applications'
import { writeAll } from '../../functions/store/table'
import type { Context } from '../../functions/use-cases/context'
import { projectPerson } from '../../functions/use-cases/project-person'
import { signHead } from '../../functions/use-cases/sign-head'

/** Puts an application as it would have come to be, with its signed head, for a person of the small world. */
export const putApplication = async (context: Context, personId: string, { application }: Pick<Dossier, 'application'>): Promise<void> => {
  await writeAll(context.table, application.steps.flatMap((step) => stepItems(personId, { ...step, salt: '00' })))
  const last = application.steps.at(-1)
  if (last) await putChainHead(context.table, personId, await signHead(context.signer, last))
  await projectPerson(context, personId)
}
