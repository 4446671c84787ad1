import './index.css'
import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { WithQuery } from '@/ui/with-query'
import { Apply } from './apply'
import { m } from './text'

export default function ApplyPage() {
  const person = usePerson(true)
  const query = useQuery('showApplication', person && { personId: person.personId })
  const pulled = usePulled(query.refresh)
  return <Page title={m('title')} pulled={pulled}><WithQuery query={query}>{(view) => <Apply view={view} onChange={query.put} />}</WithQuery></Page>
}
