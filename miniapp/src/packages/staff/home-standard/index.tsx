import '@/features/submit-record/photo-field.css'
import '../parts/staff.css'
import type { HomeView } from '@shared/contract/youth-homes'
import { useCallback, useState } from 'react'
import type { Query } from '@/api/use-query'
import type { DraftPhoto } from '@/features/submit-record/draft'
import { PhotoField } from '@/features/submit-record/photo-field'
import { startOwn } from '@/features/submit-record/use-photos'
import { y } from '@/features/youth-home/text'
import { buzz } from '@/platform/haptic'
import { back, useParams } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { Button, Field } from '@/ui/parts'
import { Box, Text, TextArea } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { draftOf } from '../parts/shown-photo'
import { useHome, useHomeWrite } from '../parts/use-home'
import { useStaff } from '../parts/use-staff'
import { yh } from '../text/homes'

type Standard = HomeView['standards'][number]

const Form = ({ query, home, one }: { query: Query<HomeView>; home: HomeView; one: Standard }) => {
  const [words, setWords] = useState(one.words ?? '')
  const [photos, setPhotos] = useState<DraftPhoto[]>(() => one.evidence.map(draftOf))
  const [checked, setChecked] = useState(false)
  const [bad, setBad] = useState(false)
  const { write, sending, told, trouble } = useHomeWrite('saveHomeStandard', query)
  const waiting = photos.some(({ uploaded }) => !uploaded)
  const change = useCallback((to: (photos: DraftPhoto[]) => DraftPhoto[]) => {
    setBad(false)
    setPhotos(to)
  }, [])
  const save = async () => {
    setChecked(true)
    if (waiting || words.trim() === '') return buzz(false)
    const done = await write({ org: home.homeId, standard: one.standard, revision: one.revision, words: words.trim(), photoIds: photos.map(({ photoId }) => photoId) }, yh('saved'))
    if (done === 'done') return back('staff/youth-home')
    if (done) setBad(done.errors.some(({ path }) => path.startsWith('photoIds')))
  }
  return (
    <>
      <Box role='status' live='polite'>{told && <Box className='s-warn'>{told}</Box>}</Box>
      {one.assessment && one.assessment.state !== 'met' && <Box className='s-warn'><Text className='q-block q-strong'>{y(one.assessment.state)}</Text><Text>{one.assessment.words}</Text></Box>}
      <Field label={yh('words')} hint={yh('wordsHint')} fault={checked && words.trim() === '' ? yh('needWords') : undefined} id='words'><TextArea id='words' label={yh('words')} value={words} onValue={setWords} maxLength={1000} rows={5} /></Field>
      <PhotoField photos={photos} change={change} start={startOwn} label={yh('evidence')} hint={yh('evidenceHint')} fault={bad ? yh('photoBad') : checked && waiting ? yh('photosWaiting') : undefined} />
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void save()}>{yh('save')}</Button>
    </>
  )
}

/** How a home meets one of the five standards, in words and photos. */
export default function HomeStandard() {
  const staff = useStaff()
  const { id, standard } = useParams()
  const query = useHome(staff && (id ?? staff.role.scope))
  const one = (home: HomeView) => home.standards.find((each) => each.standard === standard) ?? (home.standards[0] as Standard)
  return <Page title={query.value ? y(one(query.value).standard) : yh('standards')}><WithQuery query={query} rows={3}>{(home) => <Form key={home.homeId} query={query} home={home} one={one(home)} />}</WithQuery></Page>
}
