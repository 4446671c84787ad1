import type { LedgerEntry } from '@shared/model/ledger'
import type { Progress } from '@shared/model/progress'
import { foldApplication } from '../core/fold-application'
import type { FoldedLedger } from '../core/fold-ledger'
import { projectProgress } from '../core/project-progress'
import { readApplicationSteps } from '../store/applications'
import type { Me } from '../store/people'
import type { Context } from './context'
import { readPersonCase } from './read-person'

/** A person's ledger and applications with consistent reads, and the progress they add up to now. */
export const foldPerson = async (context: Context, me: Me): Promise<{ entries: LedgerEntry[]; folded: FoldedLedger; progress: Progress }> => {
  const [{ entries, folded, case: aCase, policy }, steps] = await Promise.all([readPersonCase(context, me), readApplicationSteps(context.table, me.personId)])
  return { entries, folded, progress: projectProgress(folded, aCase, foldApplication(steps), steps.length, policy.issues) }
}
