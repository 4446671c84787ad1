import type { HomeView } from '@shared/contract/youth-homes'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import type { Query } from '@/api/use-query'
import { buzz } from '@/platform/haptic'
import { t } from '@/text'
import { localDate } from '@/text/format'
import { Button, Field, Row } from '@/ui/parts'
import { Box, DateInput, TextArea, TextInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { useHomeWrite } from '../parts/use-home'
import { yh } from '../text/homes'
import type { Post } from './posts'

const isPlaces = (text: string) => /^[1-9]\d?$/.test(text) && Number(text) <= 50

/** A post, new or changed; its end is a date like a project's. */
export const PostForm = ({ query, homeId, post, onClose }: { query: Query<HomeView>; homeId: string; post: Post | undefined; onClose: () => void }) => {
  const [title, setTitle] = useState(post?.title ?? '')
  const [about, setAbout] = useState(post?.about ?? '')
  const [places, setPlaces] = useState(String(post?.places ?? 1))
  const [endedOn, setEndedOn] = useState(post?.endedOn ?? '')
  const [checked, setChecked] = useState(false)
  const [fewer, setFewer] = useState(false)
  const postId = useRef(post?.postId ?? clientId())
  const { write, sending, told, trouble } = useHomeWrite('saveHomePost', query)
  const today = localDate(Date.now())
  const save = async () => {
    setChecked(true)
    setFewer(false)
    if (title.trim() === '' || !isPlaces(places) || endedOn > today) return buzz(false)
    const done = await write({ org: homeId, postId: postId.current, revision: post?.revision ?? 0, title: title.trim(), places: Number(places), ...(about.trim() && { about: about.trim() }), ...(endedOn && { endedOn }) }, yh('saved'))
    if (done === 'done') return onClose()
    if (done) setFewer(done.errors.some(({ path }) => path === 'places'))
  }
  return (
    <Sheet title={post?.title ?? yh('addPost')} onClose={onClose} closeWords={t('cancel')}>
      <Box role='status' live='polite'>{told && <Box className='s-warn'>{told}</Box>}</Box>
      <Field label={yh('projectTitle')} fault={checked && title.trim() === '' ? yh('needTitle') : undefined} id='post'><TextInput id='post' label={yh('projectTitle')} value={title} onValue={setTitle} placeholder={yh('postHint')} maxLength={30} /></Field>
      <Field label={yh('places')} fault={checked && !isPlaces(places) ? yh('needPlaces') : fewer ? yh('fewer') : undefined} id='places'><TextInput id='places' type='number' label={yh('places')} value={places} onValue={setPlaces} maxLength={2} /></Field>
      <Field label={`${yh('about')}${t('optional')}`} hint={yh('aboutHint')}><TextArea label={yh('about')} value={about} onValue={setAbout} maxLength={300} rows={2} /></Field>
      {post && <Field label={`${yh('endPost')}${t('optional')}`} fault={checked && endedOn > today ? yh('endedAlready') : undefined}><Row><Box className='q-grow'><DateInput label={yh('endPost')} value={endedOn} onValue={setEndedOn} max={today} placeholder={yh('running')} /></Box>{endedOn !== '' && <Button small kind='plain' onTap={() => setEndedOn('')}>{yh('notEnded')}</Button>}</Row></Field>}
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void save()}>{yh('save')}</Button>
    </Sheet>
  )
}
