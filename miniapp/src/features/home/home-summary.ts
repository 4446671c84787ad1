import type { Answer } from '@shared/contract/index'
import { stateWords } from '@/features/apply/words'
import { t } from '@/text'

type Home = Answer<'home'>

/** How many of the required ones are met; advisory ones never gate. */
export const summaryOf = (home: Pick<Home, 'figures'>): { met: number; all: number; left: number } => {
  const required = home.figures.filter((f) => f.enforcement === 'required')
  const met = required.filter((f) => f.met).length
  return { met, all: required.length, left: required.length - met }
}

/** Where the application stands; a returned one says that its reason is to be read. */
export const applicationWords = (home: Pick<Home, 'application'>): string => (home.application ? (home.application.state === 'returned' ? t('stateReturned') : stateWords(home.application.state)) : t('notApplied'))
