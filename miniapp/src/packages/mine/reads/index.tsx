import { usePages } from '@/api/use-pages'
import { usePerson } from '@/api/use-person'
import { ReadRow } from '@/features/list-reads/read-row'
import { usePulled } from '@/platform/page-events'
import { t } from '@/text'
import { Page } from '@/ui/page'
import { Card } from '@/ui/parts'
import { Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'

/** Who of the staff looked at one's own file (spec/privacy.md, "Access"). */
export default function ReadsPage() {
  const person = usePerson()
  const pages = usePages('listReads', person && {})
  const pulled = usePulled(pages.refresh)
  return (
    <Page title={t('whoLooked')} pulled={pulled}>
      <Card><Text className='q-soft'>{t('whoLookedWords')}</Text></Card>
      <WithQuery query={{ ...pages, value: pages.items }}>
        {(items) => (items.length === 0 ? <Empty title={t('nobodyLooked')} words={t('nobodyLookedWords')} /> : items.map((read, i) => <ReadRow key={i} read={read} />))}
      </WithQuery>
      <ListEnd pages={pages} />
    </Page>
  )
}
