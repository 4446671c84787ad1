import { useEffect, useState } from 'react'
import { currentSession, endSession } from '@/api/session'
import { forgetLinkedCode } from '@/platform/linked-code'
import { back, restartAt, useParams } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { p } from '../text'
import { BindIdentity } from './bind-identity'
import { b } from './text'

/** The first person for a WeChat identity that has just signed in, or one more: a brother, a sister, a child. */
export default function Bind() {
  const { code } = useParams()
  const [session] = useState(currentSession)
  const first = session?.person === null
  useEffect(() => {
    if (!session) restartAt('sign-in')
  }, [session])
  const leave = () => {
    forgetLinkedCode()
    if (!first) return back('me')
    endSession()
    restartAt('sign-in')
  }
  return <Page title={first ? b('bind') : p('bindTitle')} noBack={first}>{session && <BindIdentity code={code} words={first ? b('bindWords') : p('bindWords')} onLeave={leave} />}</Page>
}
