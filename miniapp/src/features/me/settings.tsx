import { useState } from 'react'
import { currentPerson, endSession, startPage } from '@/api/session'
import { waiting } from '@/api/waiting'
import { restartAt } from '@/platform/navigate'
import { t } from '@/text'
import { type Language, language, setLanguage } from '@/text/language'
import { Button, Chips, Heading } from '@/ui/parts'
import { Confirm } from '@/ui/sheet'
import { startPlatform } from '@/platform/start'

const languages: readonly (readonly [Language, string])[] = [['zh-CN', '中文'], ['en', 'English']]

/** Language and signing out: for students and staff alike. */
export const LanguageChoice = () => (
  <>
    <Heading>{t('language')}</Heading>
    <Chips label={t('language')} options={languages} value={language()} onValue={(next) => { setLanguage(next); startPlatform(); restartAt(startPage()) }} />
  </>
)

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
