import type { ReactNode } from 'react'
import type { Trouble } from '@/api/reply'
import type { TextKey } from '@/text'
import { t, tOr } from '@/text'
import { categoryName } from '@/text/figure-words'
import { duration, localDate } from '@/text/format'
import { Button, Chips, Field } from '@/ui/parts'
import { Box, DateInput, Text, TextArea, TextInput, TimeInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { categories, hasKey, isLesson, minutesOf } from './draft'
import { PhotoField } from './photo-field'
import type { StartUpload } from './use-photos'
import type { useSubmitRecord } from './use-submit-record'

const said = (key: TextKey | undefined) => key && t(key)

interface Props { form: ReturnType<typeof useSubmitRecord>; start: StartUpload; sending: boolean; trouble: Trouble | undefined; photosHint?: string; children?: ReactNode }

/** The form of one record, from what was done to the photos that show it; `children` is what else is asked. */
export const RecordForm = ({ form: { draft, put, changePhotos, faults, unnamed, submit, restored, clear }, start, sending, trouble, photosHint, children }: Props) => {
  const minutes = minutesOf(draft)
  return (
    <>
      {restored && <Box className='q-banner q-banner-good' role='status'><Text className='q-grow'>{t('draftBack')}</Text><Button small kind='plain' onTap={clear}>{t('clearDraft')}</Button></Box>}
      <Field label={t('whatKind')}><Chips label={t('whatKind')} value={draft.category} onValue={(v) => put('category', v)} options={categories.map((c) => [c, categoryName(c)] as const)} /></Field>
      <Field label={t('whatTitle')} fault={said(faults.title)} id='title'><TextInput id='title' label={t('whatTitle')} value={draft.title} onValue={(v) => put('title', v)} placeholder={t('whatTitleHint')} maxLength={60} invalid={Boolean(faults.title)} describedBy='title-note' /></Field>
      <Field label={t('day')} fault={said(faults.day)} id='day'><DateInput id='day' label={t('day')} value={draft.day} onValue={(v) => put('day', v)} max={localDate(Date.now())} placeholder={t('needDay')} invalid={Boolean(faults.day)} /></Field>
      <Field label={`${t('from')} – ${t('until')}`} fault={said(faults.time)} hint={minutes > 0 ? t('minutesComputed', { time: duration(minutes) }) : undefined} id='time'>
        <Box className='q-row'>
          <Box className='q-grow'><TimeInput id='from' label={t('from')} value={draft.from} onValue={(v) => put('from', v)} placeholder={t('from')} invalid={Boolean(faults.time)} describedBy='time-note' /></Box>
          <Text className='q-soft'>–</Text>
          <Box className='q-grow'><TimeInput id='until' label={t('until')} value={draft.until} onValue={(v) => put('until', v)} placeholder={t('until')} invalid={Boolean(faults.time)} describedBy='time-note' /></Box>
        </Box>
      </Field>
      {isLesson(draft.category) && <Field label={t('quantityOf')} hint={t('quantityHint')} fault={said(faults.quantity)} id='quantity'><TextInput id='quantity' type='number' label={t('quantityOf')} value={draft.quantity} onValue={(v) => put('quantity', v)} maxLength={2} invalid={Boolean(faults.quantity)} describedBy='quantity-note' /></Field>}
      {hasKey(draft.category) && <Field label={t('lessonKey')} hint={t('lessonKeyHint')} id='key'><TextInput id='key' label={t('lessonKey')} value={draft.distinctKey} onValue={(v) => put('distinctKey', v)} maxLength={64} describedBy='key-note' /></Field>}
      <Field label={`${t('where')}${t('optional')}`}><TextInput id='place' label={t('where')} value={draft.place} onValue={(v) => put('place', v)} placeholder={t('whereHint')} maxLength={60} /></Field>
      <Field label={`${t('describe')}${t('optional')}`}><TextArea id='description' label={t('describe')} value={draft.description} onValue={(v) => put('description', v)} placeholder={t('describeHint')} maxLength={500} rows={3} /></Field>
      {children}
      <PhotoField photos={draft.photos} change={changePhotos} start={start} label={t('photosTitle')} hint={photosHint ?? t('photosHint')} fault={said(faults.photos)} />
      <Refused trouble={trouble} />
      {unnamed.map((path) => <Text key={path} className='q-fault'>{t('fieldWrong', { field: tOr(`field-${path}`, path) })}</Text>)}
      <Button busy={sending} onTap={submit}>{t(sending ? 'submitting' : 'submit')}</Button>
      <Box className='q-foot'>{t('draftKept')}</Box>
    </>
  )
}
