import type { Context } from '../use-cases/context'
import { remindLate } from '../use-cases/remind-late'
import { refreshForNewPolicy, refreshProgress } from '../use-cases/refresh-progress'

/** Daily, just after midnight in the county: what changed by the passing of time, and who is to be reminded of what waits too long. With `onlyNewPolicy`, every ten minutes: only where the rules or the study issues changed. */
export const refresh = (context: Context, counties: string[]) => async ({ onlyNewPolicy }: { onlyNewPolicy?: boolean } = {}): Promise<{ refreshed: number; reminded: number }> => {
  let [refreshed, reminded] = [0, 0]
  for (const county of counties) {
    refreshed += await (onlyNewPolicy ? refreshForNewPolicy : refreshProgress)(context, county)
    if (!onlyNewPolicy) reminded += await remindLate(context, county)
  }
  return { refreshed, reminded }
}
