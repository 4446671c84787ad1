import '@/features/submit-record/photo-field.css'
import { usePerson } from '@/api/use-person'
import { SubmitRecord } from '@/features/submit-record/submit-record'
import { t } from '@/text'
import { Page } from '@/ui/page'

export default function SubmitRecordPage() {
  const person = usePerson(true)
  return <Page title={t('submitTitle')}>{person && <SubmitRecord personId={person.personId} />}</Page>
}
