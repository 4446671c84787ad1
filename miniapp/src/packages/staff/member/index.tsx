import '../parts/staff.css'
import { useQuery } from '@/api/use-query'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { MemberDetail } from '../parts/member-detail'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'

/** One member, on a phone; a desktop shows the same beside the list. */
export default function Member() {
  const staff = useStaff(true)
  const { id } = useParams()
  const progress = useQuery('showProgress', staff && id ? { personId: id } : undefined)
  const pulled = usePulled(progress.refresh)
  return <Page title={progress.value?.person.name ?? s('memberPage')} pulled={pulled}>{id && <MemberDetail personId={id} progress={progress} />}</Page>
}
