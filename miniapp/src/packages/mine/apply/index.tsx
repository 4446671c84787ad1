import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { Apply } from '@/features/apply/apply'
import { a } from '@/features/apply/text'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { WithQuery } from '@/ui/with-query'

export default function ApplyPage() {
  const person = usePerson(true)
  const query = useQuery('showApplication', person && { personId: person.personId })
  const pulled = usePulled(query.refresh)
  return <Page title={a('title')} pulled={pulled}><WithQuery query={query}>{(view) => <Apply view={view} onChange={query.put} />}</WithQuery></Page>
}
