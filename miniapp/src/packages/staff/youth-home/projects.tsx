import type { HomeView } from '@shared/contract/youth-homes'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import type { Query } from '@/api/use-query'
import { buzz } from '@/platform/haptic'
import { t } from '@/text'
import { localDate } from '@/text/format'
import { Button, Card, Field, Heading, Row, Tag } from '@/ui/parts'
import { Box, DateInput, Text, TextArea, TextInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { useHomeWrite } from '../parts/use-home'
import { yh } from '../text/homes'

type Project = HomeView['projects'][number]

const Form = ({ query, homeId, project, onClose }: { query: Query<HomeView>; homeId: string; project: Project | undefined; onClose: () => void }) => {
  const [title, setTitle] = useState(project?.title ?? '')
  const [about, setAbout] = useState(project?.about ?? '')
  const [since, setSince] = useState(project?.since ?? localDate(Date.now()))
  const [endedOn, setEndedOn] = useState(project?.endedOn ?? '')
  const [checked, setChecked] = useState(false)
  const projectId = useRef(project?.projectId ?? clientId())
  const { write, sending, told, trouble } = useHomeWrite('saveHomeProject', query)
  const today = localDate(Date.now())
  const wrongEnd = endedOn !== '' && (endedOn < since || endedOn > today)
  const save = async () => {
    setChecked(true)
    if (title.trim() === '' || since === '' || wrongEnd) return buzz(false)
    const done = await write({ org: homeId, projectId: projectId.current, revision: project?.revision ?? 0, title: title.trim(), since, ...(about.trim() && { about: about.trim() }), ...(endedOn && { endedOn }) }, yh('saved'))
    if (done === 'done') onClose()
  }
  return (
    <Sheet title={project?.title ?? yh('addProject')} onClose={onClose} closeWords={t('cancel')}>
      <Box role='status' live='polite'>{told && <Box className='s-warn'>{told}</Box>}</Box>
      <Field label={yh('projectTitle')} fault={checked && title.trim() === '' ? yh('needTitle') : undefined} id='project'><TextInput id='project' label={yh('projectTitle')} value={title} onValue={setTitle} placeholder={yh('projectHint')} maxLength={40} /></Field>
      <Field label={`${yh('about')}${t('optional')}`} hint={yh('aboutHint')}><TextArea label={yh('about')} value={about} onValue={setAbout} maxLength={500} rows={2} /></Field>
      <Field label={yh('since')} fault={checked && since === '' ? yh('needDate') : undefined}><DateInput label={yh('since')} value={since} onValue={setSince} /></Field>
      {project && <Field label={`${yh('endDate')}${t('optional')}`} hint={endedOn === '' ? yh('running') : undefined} fault={checked && wrongEnd ? yh('endedAlready') : undefined}><Row><Box className='q-grow'><DateInput label={yh('endDate')} value={endedOn} onValue={setEndedOn} min={since} max={today} placeholder={yh('running')} /></Box>{endedOn !== '' && <Button small kind='plain' onTap={() => setEndedOn('')}>{yh('notEnded')}</Button>}</Row></Field>}
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void save()}>{yh('save')}</Button>
    </Sheet>
  )
}

/** A home's projects; managers add, change and end them. */
export const Projects = ({ query, home }: { query: Query<HomeView>; home: HomeView }) => {
  const [open, setOpen] = useState<string>()
  const { edit } = home.may
  return (
    <>
      <Heading>{yh('projects')}</Heading>
      <Card>
        {home.projects.length === 0 && <Text className='q-soft q-block'>{yh('noProjects')}</Text>}
        {home.projects.map((project) => (
          <Box key={project.projectId} className='s-line'>
            <Row><Text className='q-grow q-strong'>{project.title}</Text>{project.endedOn === undefined ? <Tag tone='good'>{yh('running')}</Tag> : <Tag>{yh('endedOn', { date: project.endedOn })}</Tag>}{edit && <Button small kind='plain' label={`${yh('edit')} ${project.title}`} onTap={() => setOpen(project.projectId)}>{yh('edit')}</Button>}</Row>
            <Text className='q-soft q-small q-block'>{[`${yh('since')} ${project.since}`, project.about].filter(Boolean).join(' · ')}</Text>
          </Box>
        ))}
        {edit && <Box className='s-under-field'><Button small kind='plain' onTap={() => setOpen('')}>{yh('addProject')}</Button></Box>}
      </Card>
      <Box>{open !== undefined && <Form key={open} query={query} homeId={home.homeId} project={home.projects.find(({ projectId }) => projectId === open)} onClose={() => setOpen(undefined)} />}</Box>
    </>
  )
}
