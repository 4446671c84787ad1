import type { Refusal } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import type { Context } from './context'
import { zone } from './visits-of'

export const todayOf = (context: Context): string => localDateIn(zone, context.now())

/** What is wrong with an end: before its beginning, or yet to come. */
export const faultsOfTerm = (context: Context, { since, endedOn }: { since?: string; endedOn?: string | undefined }): Refusal | undefined => {
  if (endedOn === undefined) return undefined
  const fault = (code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path: 'endedOn', code, message }] })
  if (since !== undefined && endedOn < since) return fault('not-after-start', 'It ended on the day it began or later')
  return endedOn > todayOf(context) ? fault('in-the-future', 'What has ended ended today or before') : undefined
}
