import { usePerson } from '@/api/use-person'
import { BindIdentity } from '@/features/bind-identity/bind-identity'
import { back, useParams } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { p } from '../text'

/** One more person for the WeChat identity that is signed in: a brother, a sister, a child. */
export default function BindAnother() {
  const person = usePerson()
  const { code } = useParams()
  return <Page title={p('bindTitle')}>{person && <BindIdentity code={code} words={p('bindWords')} onLeave={() => back('me')} />}</Page>
}
