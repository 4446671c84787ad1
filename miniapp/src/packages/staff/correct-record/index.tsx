import '../parts/staff.css'
import { useRef, useState } from 'react'
import type { RecordView } from '@shared/contract/records'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { changesOf } from '@/features/list-records/record-words'
import { categories, hasKey } from '@/features/submit-record/draft'
import { buzz } from '@/platform/haptic'
import { back, useParams } from '@/platform/navigate'
import { t } from '@/text'
import { categoryName } from '@/text/figure-words'
import { localDate } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Chips, Field } from '@/ui/parts'
import { Box, DateInput, Text, TextArea, TextInput, TimeInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'
import { changed, contentOf, type Draft, draftFrom, type Faults, type Field as FieldName, faultsFrom, faultsOf, saidBy } from './draft'

/** The draft, checked here and by the server, sent under one id for as long as it is the same. */
const useCorrectRecord = (record: RecordView, onChanged: () => void) => {
  const [draft, setDraft] = useState(() => draftFrom(record))
  const [checked, setChecked] = useState(false)
  const [told, setTold] = useState<Faults>({})
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('correctRecord')
  const content = contentOf(draft, record)
  const changes = Object.keys(faultsOf({ ...draft, words: '-' }, Date.now())).length ? [] : changesOf(saidBy(record), content)
  const put = <K extends keyof Draft>(key: K, value: Draft[K]) => {
    id.current = clientId()
    setTold({})
    setDraft((now) => changed(now, key, value))
  }
  const correct = async () => {
    setChecked(true)
    if (Object.keys(faultsOf(draft, Date.now())).length || changes.length === 0) return buzz(false)
    const reply = await send({ personId: record.personId, recordId: record.recordId, id: id.current, version: record.decisions.length, ...content, category: draft.category, words: draft.words.trim() })
    if (!reply) return
    if (reply.ok) {
      toast(s('corrected'))
      return back('staff/members')
    }
    setTold(faultsFrom(reply.trouble.errors))
    if (reply.trouble.code !== 'already-decided') return
    const { byName } = (reply.trouble.detail.conflict ?? {}) as { byName?: string }
    toast(s('changedMeanwhile', { who: byName ?? s('somebody') }))
    onChanged()
  }
  return { draft, put, faults: { ...told, ...(checked && faultsOf(draft, Date.now())) }, changes, unchanged: checked && changes.length === 0, correct, sending, trouble }
}

const When = ({ label, day, time, onDay, onTime, bad }: { label: string; day: string; time: string; onDay: (day: string) => void; onTime: (time: string) => void; bad: boolean }) => (
  <Box className='q-row s-when'>
    <Text className='q-soft'>{label}</Text>
    <Box className='q-grow'><DateInput label={`${label} ${t('day')}`} value={day} onValue={onDay} max={localDate(Date.now())} invalid={bad} describedBy='time-note' /></Box>
    <Box className='q-grow'><TimeInput label={`${label} ${t('time')}`} value={time} onValue={onTime} invalid={bad} describedBy='time-note' /></Box>
  </Box>
)

const Form = ({ record, onChanged }: { record: RecordView; onChanged: () => void }) => {
  const { draft, put, faults, changes, unchanged, correct, sending, trouble } = useCorrectRecord(record, onChanged)
  const said = (field: FieldName) => faults[field] && t(faults[field])
  const hours = draft.category === 'volunteering'
  return (
    <>
      <Text className='q-soft q-block s-under-title'>{s('correctHow')}</Text>
      <Field label={t('whatKind')} fault={said('category')}><Chips label={t('whatKind')} value={draft.category} onValue={(value) => put('category', value)} options={categories.map((one) => [one, categoryName(one)] as const)} /></Field>
      <Field label={t('whatTitle')} fault={said('title')} id='title'><TextInput id='title' label={t('whatTitle')} value={draft.title} onValue={(value) => put('title', value)} maxLength={60} invalid={Boolean(faults.title)} describedBy='title-note' /></Field>
      <Field label={t('time')} fault={said('time')} id='time'>
        <When label={t('from')} day={draft.fromDay} time={draft.from} onDay={(value) => put('fromDay', value)} onTime={(value) => put('from', value)} bad={Boolean(faults.time)} />
        <When label={t('until')} day={draft.untilDay} time={draft.until} onDay={(value) => put('untilDay', value)} onTime={(value) => put('until', value)} bad={Boolean(faults.time)} />
      </Field>
      <Field label={hours ? s('minutesCounted') : t('quantityOf')} hint={hours ? s('minutesCountedHint') : t('quantityHint')} fault={said('quantity')} id='quantity'><TextInput id='quantity' type='number' label={hours ? s('minutesCounted') : t('quantityOf')} value={draft.quantity} onValue={(value) => put('quantity', value)} maxLength={5} invalid={Boolean(faults.quantity)} describedBy='quantity-note' /></Field>
      {hasKey(draft.category) && <Field label={t('lessonKey')} hint={t('lessonKeyHint')} fault={said('distinctKey')} id='key'><TextInput id='key' label={t('lessonKey')} value={draft.distinctKey} onValue={(value) => put('distinctKey', value)} maxLength={64} describedBy='key-note' /></Field>}
      <Field label={`${t('where')}${t('optional')}`} fault={said('place')}><TextInput label={t('where')} value={draft.place} onValue={(value) => put('place', value)} maxLength={60} /></Field>
      <Field label={s('correctWhy')} hint={s('correctWhyHint')} fault={said('words')} id='words'><TextArea id='words' label={s('correctWhy')} value={draft.words} onValue={(value) => put('words', value)} maxLength={300} rows={2} invalid={Boolean(faults.words)} describedBy='words-note' /></Field>
      <Box>{changes.length > 0 && <Box className='s-change' role='status'><Text className='q-strong q-block'>{s('changes')}</Text>{changes.map((one) => <Text key={one} className='q-block'>{one}</Text>)}</Box>}</Box>
      <Box>{unchanged && <Text className='q-fault q-block'>{s('noChanges')}</Text>}<Refused trouble={trouble} /></Box>
      <Button busy={sending} onTap={() => void correct()}>{s('correct')}</Button>
    </>
  )
}

/** An approved record is put right: what it is to say, what that changes, and why. */
export default function CorrectRecord() {
  const staff = useStaff(true)
  const { id, person } = useParams()
  const query = useQuery('showRecord', staff && id && person ? { personId: person, recordId: id } : undefined)
  return <Page title={s('correctTitle')}><WithQuery query={query}>{(record) => <Form key={record.decisions.length} record={record} onChanged={() => void query.refresh()} />}</WithQuery></Page>
}
