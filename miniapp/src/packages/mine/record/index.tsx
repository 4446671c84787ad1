import './index.css'
import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { NoticeOffer } from '@/features/allow-notices/notice-offer'
import { AppealRecord } from '@/features/appeal-record/appeal-record'
import { RecordView } from '@/features/show-record/record-view'
import { draftFrom, keepDraft } from '@/features/submit-record/kept-draft'
import { WithdrawRecord } from '@/features/withdraw-record/withdraw-record'
import { go, useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { t } from '@/text'
import { Page } from '@/ui/page'
import { Button } from '@/ui/parts'
import { WithQuery } from '@/ui/with-query'

/** One record: one's own, or a member's as those who review see it. */
export default function RecordPage() {
  const person = usePerson()
  const { id, person: whose } = useParams()
  const own = whose === undefined || whose === person?.personId
  const query = useQuery('showRecord', person && id ? { personId: whose ?? person.personId, recordId: id } : undefined)
  const pulled = usePulled(query.refresh)
  return (
    <Page title={t('recordDetail')} pulled={pulled}>
      <WithQuery query={query}>
        {(record) => (
          <>
            <RecordView record={record} />
            {own && record.status === 'pending' && <NoticeOffer kinds={['record']} />}
            {own && record.status === 'pending' && (record.source === 'self-reported' || record.source === 'on-behalf') && <WithdrawRecord recordId={record.recordId} onDone={query.put} />}
            {own && record.status === 'rejected' && <AppealRecord record={record} onDone={query.put} />}
            {own && person && record.source === 'self-reported' && (record.status === 'rejected' || record.status === 'withdrawn') && (
              <Button kind='plain' onTap={() => { keepDraft(person.personId, draftFrom(record)); go('mine/submit-record') }}>{t('recordAgain')}</Button>
            )}
          </>
        )}
      </WithQuery>
    </Page>
  )
}
