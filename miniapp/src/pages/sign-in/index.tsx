import './index.css'
import { SignIn } from '@/features/sign-in/sign-in'
import { currentSession, startPage, takeBack } from '@/api/session'
import { forgetLinkedCode, linkedCode } from '@/platform/linked-code'
import { replace, restartAt, useParams } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { t } from '@/text'
import { useEffect, useState } from 'react'

/** Sign in; then, where the WeChat identity is nobody's yet, on to binding it. A slip's link brings its code along; whoever is bound already binds another person by it. */
export default function SignInPage() {
  const { q } = useParams()
  const [code] = useState(() => linkedCode(q))
  const [signedIn] = useState(currentSession)
  const bind = () => replace('people/bind', { code })
  const enter = () => {
    const back = takeBack()
    if (!code) return restartAt(back?.page ?? startPage(), back?.params)
    forgetLinkedCode()
    bind()
  }
  useEffect(() => {
    if (signedIn?.person === null) bind()
    else if (signedIn && code) enter()
  }, [])
  return <Page title={t('signIn')} noBack>{signedIn?.person !== null && <SignIn onUnbound={bind} onBound={enter} />}</Page>
}
