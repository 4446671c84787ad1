import { Page } from '@/ui/page'
import { Skeleton } from '@/ui/states'

export default function Waiting() {
  return <Page title='青程'><Skeleton /></Page>
}
