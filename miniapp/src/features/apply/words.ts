import type { ApplicationState } from '@shared/model/application'
import { type ApplyKey, a } from './text'

export const stateWords = (state: ApplicationState): string => a(`state-${state}`)
export const actWords = (act: string): string => a(`act-${act}` as ApplyKey)
/** The roles that an act is recorded by, as one phrase. */
export const byWords = (by: readonly string[]): string => by.map((one) => a(`by-${one}` as ApplyKey)).join(a('byOr'))
