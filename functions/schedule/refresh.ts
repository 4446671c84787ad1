import type { Context } from '../use-cases/context'
import { refreshProgress } from '../use-cases/refresh-progress'

/** Daily, just after midnight in the county: what changed by the passing of time. */
export const refresh = (context: Context, counties: string[]) => async (): Promise<{ refreshed: number }> => {
  let refreshed = 0
  for (const county of counties) refreshed += await refreshProgress(context, county)
  return { refreshed }
}
