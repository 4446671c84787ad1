import { useState } from 'react'
import { currentPerson, endSession } from '@/api/session'
import { waiting } from '@/api/waiting'
import { restartAt } from '@/platform/navigate'
import { t } from '@/text'
import { type Language, language } from '@/text/language'
import { Button, Chips, Heading } from '@/ui/parts'
import { Box } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { chooseLanguage } from './choose-language'

const languages: readonly (readonly [Language, string])[] = [['zh-CN', '中文'], ['en', 'English']]

/** For students and staff alike. English may have to come first: till then, and where it does not, the words stay Chinese. */
export const LanguageChoice = () => {
  const [english, setEnglish] = useState<'coming' | 'failed'>()
  const choose = async (next: Language) => {
    if (english === 'coming') return
    if (next === 'en') setEnglish('coming')
    const came = await chooseLanguage(next)
    // Not drawn once more where the app begins anew: it would be half in the one language, half in the other.
    if (came !== 'begins') setEnglish(came === 'failed' ? came : undefined)
  }
  return (
    <>
      <Heading>{t('language')}</Heading>
      <Chips label={t('language')} options={languages} value={language()} onValue={(next) => void choose(next)} />
      {english === 'coming' && <Box className='q-hint' role='status'>{t('englishComing')}</Box>}
      {english === 'failed' && <Box className='q-fault' role='alert'>{t('englishFailed')}</Box>}
    </>
  )
}

export const SignOut = () => {
  const [asking, setAsking] = useState(false)
  const n = waiting().find(({ personId }) => personId === currentPerson()?.personId)?.n
  return (
    <>
      <Button kind='danger' onTap={() => setAsking(true)}>{t('signOut')}</Button>
      {asking && <Confirm title={t('signOut')} words={n ? `${t('signOutAsk')}${t('signOutScans', { n })}` : t('signOutAsk')} yes={t('signOut')} danger onYes={() => { endSession(); restartAt('sign-in') }} onNo={() => setAsking(false)} />}
    </>
  )
}
