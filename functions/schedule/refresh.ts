import type { Context } from '../use-cases/context'
import { refreshForNewPolicy, refreshProgress } from '../use-cases/refresh-progress'

/** Daily, just after midnight in the county: what changed by the passing of time. With `onlyNewPolicy`, every ten minutes: only where the rules or the study issues changed. */
export const refresh = (context: Context, counties: string[]) => async ({ onlyNewPolicy }: { onlyNewPolicy?: boolean } = {}): Promise<{ refreshed: number }> => {
  let refreshed = 0
  for (const county of counties) refreshed += await (onlyNewPolicy ? refreshForNewPolicy : refreshProgress)(context, county)
  return { refreshed }
}
