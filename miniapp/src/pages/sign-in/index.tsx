import './index.css'
import { BindIdentity } from '@/features/bind-identity/bind-identity'
import { SignIn } from '@/features/sign-in/sign-in'
import { currentSession } from '@/api/session'
import { Page } from '@/ui/page'
import { t } from '@/text'
import { useState } from 'react'

/** Sign in, then, where the WeChat identity is nobody's yet, bind it. */
export default function SignInPage() {
  const [waiting, setWaiting] = useState(() => currentSession()?.person === null)
  return <Page title={t(waiting ? 'bind' : 'signIn')} noBack>{waiting ? <BindIdentity onLeave={() => setWaiting(false)} /> : <SignIn onUnbound={() => setWaiting(true)} />}</Page>
}
