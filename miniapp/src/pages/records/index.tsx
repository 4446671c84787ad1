import { useState } from 'react'
import { usePages } from '@/api/use-pages'
import { usePerson } from '@/api/use-person'
import { RecordRow } from '@/features/list-records/record-row'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { t } from '@/text'
import { Page } from '@/ui/page'
import { Button, Chips } from '@/ui/parts'
import { Box } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'

const filters = ['all', 'pending', 'approved', 'rejected', 'withdrawn'] as const
type Filter = (typeof filters)[number]

export default function RecordsPage() {
  const person = usePerson(true)
  const [filter, setFilter] = useState<Filter>('all')
  const pages = usePages('listRecords', person && { personId: person.personId, ...(filter !== 'all' && { status: filter }) })
  const pulled = usePulled(pages.refresh)
  return (
    <Page title={t('myRecords')} tab='records' pulled={pulled}>
      <Box style={{ marginBottom: '12px' }}><Button onTap={() => go('mine/submit-record')}>＋ {t('submitTitle')}</Button></Box>
      <Box style={{ marginBottom: '12px' }}>
        <Chips label={t('myRecords')} value={filter} onValue={setFilter} options={filters.map((f) => [f, f === 'all' ? t('all') : t(`status-${f}`)] as const)} />
      </Box>
      <WithQuery query={{ ...pages, value: pages.items }}>
        {(items) => (items.length === 0 ? <Empty title={t('noRecords')} words={t('noRecordsWords')} /> : items.map((r) => <RecordRow key={r.recordId} record={r} />))}
      </WithQuery>
      <ListEnd pages={pages} />
    </Page>
  )
}
