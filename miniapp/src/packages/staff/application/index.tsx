import '../parts/staff.css'
import { useQuery } from '@/api/use-query'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { ApplicationDetail } from '../parts/application-detail'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'

/** One application, on a phone; a desktop shows the same beside the list. */
export default function ApplicationPage() {
  const staff = useStaff(true)
  const { id } = useParams()
  const query = useQuery('showApplication', staff && id ? { personId: id } : undefined)
  const pulled = usePulled(query.refresh)
  return <Page title={query.value?.person.name ?? s('applications')} pulled={pulled}><ApplicationDetail query={query} /></Page>
}
