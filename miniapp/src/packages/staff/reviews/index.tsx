import '../parts/staff.css'
import { memo, useCallback, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import type { ReviewReason } from '@shared/model/ledger'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import { usePages } from '@/api/use-pages'
import { useSend } from '@/api/use-send'
import { enteredWords } from '@/features/list-records/decision-words'
import { usePulled } from '@/platform/page-events'
import { t, troubleWords } from '@/text'
import { categoryName, requirementName } from '@/text/figure-words'
import { amount, span } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Chips, Field, Row, Tag } from '@/ui/parts'
import { Box, Tap, Text } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { WithAside } from '../parts/aside'
import { decisionLine } from '../parts/decision-line'
import { narrow } from '../parts/narrow'
import { OrgPick } from '../parts/org-pick'
import { PhotoStrip } from '../parts/photo-strip'
import { ReasonSheet } from '../parts/reason-sheet'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'
import { Collisions } from './collisions'

type Review = Answer<'listReviews'>['items'][number]
type Outcome = Answer<'reviewRecords'>['outcomes'][number]
type Verdict = 'approved' | 'rejected' | 'revoked'
const categories = ['all', 'volunteering', 'civics-class', 'league-class', 'youth-study', 'quality-activity', 'youth-home'] as const
const units: Record<string, string> = { volunteering: 'minute', 'civics-class': 'lesson', 'league-class': 'lesson', 'youth-study': 'issue', 'quality-activity': 'activity', 'youth-home': 'visit' }
const unitOf = (key: string) => ({ 'volunteer-hours': 'minute', points: 'point', 'civics-class': 'lesson', 'league-class': 'lesson', 'youth-study': 'issue', 'youth-study-coverage': 'issue', 'quality-activity': 'activity' })[key]

const Detail = ({ review: { record, person, wouldChange, collisions, own } }: { review: Review }) => (
  <Box>
    <Text className='q-strong q-block'>{`${person.name} · ${person.branchName ?? ''}`}</Text>
    <Text className='q-block'>{`${categoryName(record.category)} · ${amount(record.quantity, units[record.category])}`}</Text>
    <Text className='q-soft q-block'>{`${span(record.startedAt, record.endedAt)}${record.place ? ` · ${record.place}` : ''}`}</Text>
    {record.description ? <Text className='q-block'>{record.description}</Text> : null}
    {record.enteredBy && <Text className='q-soft q-block'>{enteredWords(record)}</Text>}
    <PhotoStrip photos={record.photos} />
    {record.decisions.length > 0 && <Box className='s-warn'>{record.decisions.map((one) => <Text key={one.decisionId} className='q-block q-lines'>{decisionLine(one)}</Text>)}</Box>}
    {collisions.map((one) => <Box key={one.recordId} className='s-warn'>{s('overlapsWith')}{t('colon')}{one.title} {span(one.startedAt, one.endedAt)}</Box>)}
    {own && <Box className='s-warn'>{s(record.personId === currentPerson()?.personId ? 'own' : 'ownEntry')}</Box>}
    <Box className='s-change'>
      <Text className='q-strong q-block'>{s('wouldChange')}</Text>
      {wouldChange.length === 0 && <Text className='q-block'>{s('noChange')}</Text>}
      {wouldChange.map((one) => <Text key={one.key} className='q-block'>{requirementName(one.key)} {amount(one.from, unitOf(one.key))} → {amount(one.to, unitOf(one.key))}{one.met ? ' ✓' : ''}</Text>)}
    </Box>
  </Box>
)

const Outcomes = ({ outcomes, onUndo, busy }: { outcomes: Outcome[]; onUndo: (() => void) | undefined; busy: boolean }) => {
  const failed = outcomes.filter(({ ok }) => !ok)
  return (
    <Card>
      <Row><Text className='q-grow q-strong'>{s('outcomeOk', { n: outcomes.length - failed.length })}{failed.length ? ` · ${s('outcomeNot', { n: failed.length })}` : ''}</Text>{onUndo && <Button small kind='plain' busy={busy} onTap={onUndo}>{s('undo')}</Button>}</Row>
      {failed.map(({ id, code, detail }) => {
        const other = (detail?.conflict as { byName?: string } | undefined)?.byName
        return <Text key={id} className='q-fault q-block'>{troubleWords(code as never)}{other ? `（${other}）` : ''}</Text>
      })}
    </Card>
  )
}

const keyOf = ({ record }: Review) => `${record.personId} ${record.recordId}`

/** One row of the queue: the box chooses it, the rest opens it. */
const ReviewRow = memo(({ one, org, chosen, on, onToggle, onOpen }: { one: Review; org: string; chosen: boolean; on: boolean; onToggle: (key: string) => void; onOpen: (key: string) => void }) => (
  <Box className={`s-row ${on ? 's-row-on' : ''}`}>
    <Tap className='s-check' role='checkbox' selected={chosen} disabled={one.own} label={s('select', { name: one.person.name, title: one.record.title })} onTap={() => onToggle(keyOf(one))}><Box className={`s-box ${chosen ? 's-box-on' : ''}`}>{chosen ? '✓' : ''}</Box></Tap>
    <Tap className='s-row-body' onTap={() => onOpen(keyOf(one))}>
      <Row><Text className='q-grow q-strong q-cut'>{`${one.person.name} · ${one.record.title}`}</Text>{one.record.decisions.length > 0 && <Tag tone='wait'>{t('appeal')}</Tag>}{one.own ? <Tag>{s('notInTime')}</Tag> : one.collisions.length ? <Tag tone='bad'>{s('overlap')}</Tag> : <Tag tone='info'>{amount(one.record.quantity, units[one.record.category])}</Tag>}</Row>
      <Text className='q-soft q-small q-block'>{[span(one.record.startedAt, one.record.endedAt), one.person.branch !== org && one.person.branchName].filter(Boolean).join(' · ')}</Text>
    </Tap>
  </Box>
))

/** The queue: filters, many at once, each with what it would change; what was just approved can be taken back. */
export default function Reviews() {
  const staff = useStaff(true)
  const [category, setCategory] = useState<(typeof categories)[number]>('all')
  const all = usePages('listReviews', staff && { org: staff.org, limit: 50 })
  const narrowed = usePages('listReviews', staff && all.more && category !== 'all' ? { org: staff.org, category, limit: 50 } : undefined)
  const pages = narrow(all, narrowed, category === 'all' ? undefined : ({ record }) => record.category === category)
  const pulled = usePulled(pages.refresh)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<string>()
  const [rejecting, setRejecting] = useState(false)
  const [outcomes, setOutcomes] = useState<Outcome[]>()
  const { send, sending, trouble } = useSend('reviewRecords')
  const items = pages.items ?? []
  const toggle = useCallback((key: string) => setChosen((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key])), [])
  const decide = async (verdict: Verdict, targets: { personId: string; recordId: string }[], reason?: ReviewReason, words?: string) => {
    const given: Outcome[] = []
    // The API takes 50 at once; what was decided before a call that failed stays decided, and is shown.
    for (let at = 0; at < targets.length; at += 50) {
      const reply = await send({ decisions: targets.slice(at, at + 50).map(({ personId, recordId }) => ({ id: clientId(), personId, recordId, verdict, ...(reason && { reason }), ...(words && { words }) })) })
      if (!reply?.ok) break
      given.push(...reply.value.outcomes)
    }
    if (given.length === 0) return
    setOutcomes(given)
    const done = new Set(given.filter(({ ok }) => ok).map((one) => `${one.personId} ${one.recordId}`))
    setChosen(new Set())
    setOpen(undefined)
    setRejecting(false)
    for (const list of [all, narrowed]) list.change((one) => done.has(keyOf(one)), undefined)
    if (verdict === 'revoked') await Promise.all([all.refresh(), narrowed.refresh()])
  }
  const selected = items.filter((one) => chosen.has(keyOf(one))).map(({ record }) => record)
  const shown = items.find((one) => keyOf(one) === open)
  const targets = selected.length ? selected : shown && !shown.own ? [shown.record] : []
  const approved = outcomes?.filter(({ ok, status }) => ok && status === 'approved') ?? []
  const free = items.filter(({ own }) => !own)
  const actions = targets.length > 0 && (
    <Box className='s-actions'><Button busy={sending} onTap={() => void decide('approved', targets)}>{s('approveN', { n: targets.length })}</Button><Button kind='danger' busy={sending} onTap={() => setRejecting(true)}>{s('rejectN', { n: targets.length })}</Button></Box>
  )
  return (
    <Page title={s('reviews')} wide pulled={pulled}>
      {staff && <OrgPick staff={staff} />}
      <Field label={s('filterCategory')}><Chips label={s('filterCategory')} value={category} onValue={setCategory} options={categories.map((one) => [one, one === 'all' ? s('all') : categoryName(one)] as const)} /></Field>
      <Box>
        <Refused trouble={trouble} />
        {outcomes && <Outcomes outcomes={outcomes} busy={sending} onUndo={approved.length ? () => void decide('revoked', approved) : undefined} />}
      </Box>
      <Box>{staff && <Collisions key={staff.org} org={staff.org} />}</Box>
      <Box><WithQuery query={{ ...pages, value: pages.items }}>
        {(rows) => rows.length === 0 ? <Empty title={s('noReviews')} words={s('noReviewsWords')} /> : (
          <WithAside title={shown?.record.title ?? ''} empty={s('chooseOne')} onClose={() => setOpen(undefined)} detail={shown && <><Detail review={shown} />{actions}</>}
            list={
              <>
                <Row className='s-select'><Text className='q-grow q-soft'>{chosen.size ? s('selectedN', { n: chosen.size }) : ''}</Text><Button small kind='plain' onTap={() => setChosen(chosen.size ? new Set() : new Set(free.map(keyOf)))}>{chosen.size ? s('clearSelection') : s('selectAll')}</Button></Row>
                {rows.map((one) => <ReviewRow key={keyOf(one)} one={one} org={staff?.org ?? ''} chosen={chosen.has(keyOf(one))} on={chosen.has(keyOf(one)) || open === keyOf(one)} onToggle={toggle} onOpen={setOpen} />)}
                <Box>{selected.length > 0 && <Box className='s-bar'>{actions}</Box>}</Box>
              </>
            } />
        )}
      </WithQuery></Box>
      <Box>{pages.more && <ListEnd pages={pages} />}</Box>
      <Box>{rejecting && <ReasonSheet title={s('rejectN', { n: targets.length })} yes={s('reject')} busy={sending} onClose={() => setRejecting(false)} onYes={(reason, words) => void decide('rejected', targets, reason, words)} />}</Box>
    </Page>
  )
}
