import '@/features/submit-record/photo-field.css'
import { useCallback, useState } from 'react'
import { call } from '@/api/call'
import type { DraftPhoto } from '@/features/submit-record/draft'
import { PhotoField } from '@/features/submit-record/photo-field'
import type { StartUpload } from '@/features/submit-record/use-photos'
import { buzz } from '@/platform/haptic'
import { t } from '@/text'
import { localDate } from '@/text/format'
import { Button } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { ad } from '../text/admission'
import { actName } from '../parts/application-words'
import { Conditions } from '../parts/next-act'
import { actFacts } from './act-facts'
import { ActFields } from './act-fields'
import type { Values, View } from './act-forms'
import { type Chosen, PeopleField } from './people-field'
import { ac } from './text'
import { useAct } from './use-act'

interface Props { view: View; act: string; onDone: (view: View) => void; onChanged: () => void; onClose: () => void }

const onPaper = new Set(['fill-form', 'introduce', 'mentor-talk'])
const openObjections = ({ application }: View) => (application?.steps ?? []).filter((one) => one.act === 'object' && !application?.steps.some(({ act, of }) => act === 'answer-objection' && of === one.n))

/** What the form's choices are, by the view. */
const optionsOf = (view: View) => (key: string): (readonly [string, string])[] => {
  if (key === 'route') return (view.ahead?.routes ?? []).map((one) => [one, ad(`route-${one}`)] as const)
  if (key === 'mentor') return (view.application?.mentors ?? []).map(({ name }, i) => [String(i), name] as const)
  if (key === 'introducer') return (view.application?.introducers ?? []).flatMap(({ personId, name, spoken }) => (spoken || personId === undefined ? [] : [[personId, name] as const]))
  if (key === 'of') return openObjections(view).map((one) => [String(one.n), `${one.date} ${one.words ?? ''}`.slice(0, 40)] as const)
  return key === 'upheld' ? [['no', ac('no')], ['yes', ac('yes')]] : []
}

const firstValues = (view: View, act: string): Values => {
  const today = localDate(Date.now())
  const only = (key: string) => { const options = optionsOf(view)(key); return options.length === 1 ? { [key]: options[0]?.[0] ?? '' } : {} }
  return { date: today, ...(act === 'open-notice' && { from: today }), 'decision.date': today, ...(act === 'record-route' && { route: view.ahead?.routes?.[0] ?? '' }), ...only('mentor'), ...only('introducer'), ...only('of') }
}

/** What it goes by, before it is recorded. */
const ActFacts = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 0 ? null : <Box className='s-change' role='status' live='polite'>{lines.map((line) => <Text key={line} className='q-block'>{line}</Text>)}</Box>

/** The form of one act about one person. */
export const ActSheet = ({ view, act, onDone, onChanged, onClose }: Props) => {
  const { values, fields, put, faults, unmet, record, sending, trouble, changed } = useAct(view, act, firstValues(view, act), { onDone, onChanged })
  const [people, setPeople] = useState<Chosen[]>([])
  const [photos, setPhotos] = useState<DraftPhoto[]>([])
  const [short, setShort] = useState(false)
  const start = useCallback<StartUpload>((photo) => call('startUploadFor', { personId: view.person.personId, ...photo }), [view.person.personId])
  const changePhotos = useCallback((to: (photos: DraftPhoto[]) => DraftPhoto[]) => { changed(); setPhotos(to) }, [])
  const { ahead = {}, next } = view
  const { atLeast, atMost } = ahead.mentors ?? { atLeast: 1, atMost: 2 }
  const introducers = ahead.introducers ?? 2
  const papers = act === 'record-route' && values.route === 'pioneer-recommendation'
  const enough = act === 'name-activist' ? people.length >= atLeast : act === 'fill-form' ? people.length === introducers : !papers || (photos.length > 0 && photos.every(({ uploaded }) => uploaded))
  const lacking = next?.act === act ? next.conditions.filter(({ met }) => !met).length : 0
  const submit = () => {
    setShort(!enough)
    if (!enough) return buzz(false)
    return void record({ ...(act === 'name-activist' && { mentors: people }), ...(act === 'fill-form' && { introducers: people.flatMap(({ personId }) => personId ?? []) }), ...(papers && { photoIds: photos.map(({ photoId }) => photoId) }) })
  }
  const peopleFault = faults.mentors ?? faults.introducers
  const said = peopleFault ? ac(peopleFault) : short && !enough && !papers ? ac('fault-how-many') : undefined
  return (
    <Sheet title={`${actName(act)} · ${view.person.name}`} onClose={onClose} closeWords={t('cancel')}>
      {onPaper.has(act) && <Text className='q-soft q-block s-intro'>{ac('onPaper')}</Text>}
      {lacking > 0 && unmet.length === 0 && <Box className='s-warn'>{ac('lacking', { n: lacking })}</Box>}
      <ActFacts lines={actFacts(act, values, view)} />
      <ActFields fields={fields} values={values} put={put} faults={faults} options={optionsOf(view)} />
      {act === 'name-activist' && <PeopleField typed label={ac('mentorsOf', { least: atLeast, most: atMost })} chosen={people} change={(to) => { changed(); setPeople(to) }} members={ahead.members ?? []} most={atMost} fault={said} />}
      {act === 'fill-form' && <PeopleField typed={false} label={ac('introducersOf', { n: introducers })} chosen={people} change={(to) => { changed(); setPeople(to) }} members={ahead.members ?? []} most={introducers} fault={said} />}
      {papers && <PhotoField photos={photos} change={changePhotos} start={start} label={ac('papers')} hint={ac('papersHint')} fault={faults.photoIds ? ac(faults.photoIds) : short && !enough ? ac('needPapers') : undefined} />}
      {unmet.length > 0 && <Box className='s-warn' role='alert'><Text className='q-strong q-block'>{ac('openConditions')}</Text><Conditions conditions={unmet} /></Box>}
      <Refused trouble={unmet.length ? undefined : trouble} />
      <Button kind={act === 'return' || act === 'terminate' || act === 'reject' ? 'danger' : 'main'} busy={sending} onTap={submit}>{sending ? ac('sending') : ac('record')}</Button>
    </Sheet>
  )
}
