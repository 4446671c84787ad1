import './index.css'
import { BindIdentity } from '@/features/bind-identity/bind-identity'
import { SignIn } from '@/features/sign-in/sign-in'
import { currentSession, endSession, startPage } from '@/api/session'
import { forgetLinkedCode, linkedCode } from '@/platform/linked-code'
import { replace, restartAt, useParams } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { t } from '@/text'
import { useEffect, useState } from 'react'

/** Sign in, then, where the WeChat identity is nobody's yet, bind it. A slip's link brings its code along; whoever is bound already binds another person by it. */
export default function SignInPage() {
  const { q } = useParams()
  const [code] = useState(() => linkedCode(q))
  const [waiting, setWaiting] = useState(() => currentSession()?.person === null)
  const enter = () => {
    if (!code) return restartAt(startPage())
    forgetLinkedCode()
    replace('people/bind', { code })
  }
  useEffect(() => {
    if (code && currentSession()?.person) enter()
  }, [])
  const leave = () => {
    endSession()
    forgetLinkedCode()
    setWaiting(false)
  }
  return <Page title={t(waiting ? 'bind' : 'signIn')} noBack>{waiting ? <BindIdentity code={code} onLeave={leave} /> : <SignIn onUnbound={() => setWaiting(true)} onBound={enter} />}</Page>
}
