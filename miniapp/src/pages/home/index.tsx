import './index.css'
import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { HomeView } from '@/features/home/home-view'
import { usePulled } from '@/platform/page-events'
import { t } from '@/text'
import { Page } from '@/ui/page'
import { WithQuery } from '@/ui/with-query'

export default function HomePage() {
  const person = usePerson(true)
  const home = useQuery('home', person && {})
  const pulled = usePulled(home.refresh)
  return <Page title={t('app')} tab='home' pulled={pulled}>{person && <WithQuery query={home} rows={5}>{(value) => <HomeView home={value} />}</WithQuery>}</Page>
}
