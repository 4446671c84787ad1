import { usePages } from '@/api/use-pages'
import { t } from '@/text'
import { categoryName } from '@/text/figure-words'
import { duration, localDate } from '@/text/format'
import { Chips, Field } from '@/ui/parts'
import { Box, DateInput, Select, TextInput, TimeInput } from '@/ui/primitives'
import { WithQuery } from '@/ui/with-query'
import { x } from '../text/exams'
import { categories, type Draft, type Faults, isClass, lessons, minutesOf, needsTitle } from './draft'

/** The county's published issues, newest first. */
const IssuePick = ({ org, value, fault, onValue }: { org: string; value: string; fault: string | undefined; onValue: (issue: string) => void }) => {
  const issues = usePages('listStudyIssues', { org, limit: 50 })
  return (
    <WithQuery query={{ ...issues, value: issues.items }} rows={1}>
      {(items) => (
        <Field label={x('issueOf')} fault={fault} id='issue'>
          <Select id='issue' label={x('issueOf')} value={value} onValue={onValue} placeholder={x('chooseIssue')} options={items.filter(({ state }) => state === 'published').map(({ id, title }) => [id, title ? `${id} ${title}` : id] as const)} />
        </Field>
      )}
    </WithQuery>
  )
}

/** What the roll is of, and when it was. */
export const RollFields = ({ org, draft, put, faults }: { org: string; draft: Draft; put: <K extends keyof Draft>(key: K, value: Draft[K]) => void; faults: Faults }) => {
  const { category } = draft
  const said = (field: keyof Faults) => faults[field] && x(faults[field])
  const minutes = category === 'volunteering' && minutesOf(draft) > 0 ? x('minutesEach', { time: duration(minutesOf(draft)) }) : undefined
  return (
    <>
      <Field label={x('kindOf')}><Chips label={x('kindOf')} value={category} onValue={(value) => put('category', value)} options={categories.map((one) => [one, categoryName(one)] as const)} /></Field>
      <Box>
        {isClass(category) && <Field label={x('lessonOf')}><Select label={x('lessonOf')} value={draft.lesson} onValue={(value) => put('lesson', value as Draft['lesson'])} options={lessons.map((n) => [n, x('lessonN', { n })] as const)} /></Field>}
        {category === 'youth-study' && <IssuePick org={org} value={draft.issue} fault={said('issue')} onValue={(value) => put('issue', value)} />}
        {needsTitle(category) && <Field label={x('rollTitle')} fault={said('title')} id='title'><TextInput id='title' label={x('rollTitle')} value={draft.title} onValue={(value) => put('title', value)} placeholder={x('rollTitleHint')} maxLength={60} /></Field>}
        {category === 'quality-activity' && <Field label={x('timesEach')} fault={said('quantity')} id='quantity'><TextInput id='quantity' type='number' label={x('timesEach')} value={draft.quantity} onValue={(value) => put('quantity', value)} maxLength={2} /></Field>}
      </Box>
      <Field label={t('day')}><DateInput label={t('day')} value={draft.day} onValue={(value) => put('day', value)} max={localDate(Date.now())} /></Field>
      <Field label={`${t('from')} – ${t('until')}`} fault={said('time')} hint={minutes} id='time'>
        <Box className='q-row'><Box className='q-grow'><TimeInput label={t('from')} value={draft.from} onValue={(value) => put('from', value)} /></Box><Box className='q-grow'><TimeInput label={t('until')} value={draft.until} onValue={(value) => put('until', value)} /></Box></Box>
      </Field>
    </>
  )
}
