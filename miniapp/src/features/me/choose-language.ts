import { startPage } from '@/api/session'
import { isAt, restartAt } from '@/platform/navigate'
import { startPlatform } from '@/platform/start'
import { english } from '@/text/english'
import { chosenLanguage, type Language, language, setLanguage } from '@/text/language'
import { isEnglishNew, loadEnglish } from '@/text/load-english'

const beginIn = (next: Language): void => {
  setLanguage(next)
  startPlatform()
  restartAt(startPage())
}

/** Begins anew in this language. English is fetched first; it `failed` where none came and none is kept. Whoever went to another page meanwhile stays there, and has it at the next tap: `later`. */
export const chooseLanguage = async (next: Language): Promise<'begins' | 'later' | 'failed'> => {
  if (next === 'en' && !isEnglishNew() && !(await loadEnglish()) && !english()) return 'failed'
  if (!isAt('me')) return 'later'
  beginIn(next)
  return 'begins'
}

/**
 * At the app's start, for whoever reads English: words of another version than the app's come anew, unseen. A phone that has none (chosen before they were apart from the app)
 * begins in Chinese, and once more as soon as they are here, unless the person has gone on by then.
 */
export const renewEnglish = async (): Promise<void> => {
  if (chosenLanguage() !== 'en' || isEnglishNew()) return
  const begun = language()
  if ((await loadEnglish()) && begun !== 'en' && isAt(startPage())) beginIn('en')
}
