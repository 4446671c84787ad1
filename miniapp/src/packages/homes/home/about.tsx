import type { HomeView } from '@shared/contract/youth-homes'
import { useState } from 'react'
import { OpenTag, Week } from '@/features/youth-home/hours'
import { HomePhotos } from '@/features/youth-home/photos'
import { y } from '@/features/youth-home/text'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { h } from '../text'

const Fact = ({ label, children }: { label: string; children: string }) => <Box className='h-gap'><Text className='q-soft q-small q-block'>{label}</Text><Text className='q-block' selectable>{children}</Text></Box>

/** Whether it is open, what it is, where it is. */
export const Profile = ({ profile: { introduction, address, contact, hours } }: Pick<HomeView, 'profile'>) => {
  const [week, setWeek] = useState(false)
  if (introduction === undefined) return <Card><Empty title={h('empty')} words={h('emptyWords')} /></Card>
  return (
    <Card>
      <Row><Box className='q-grow'><OpenTag hours={hours} /></Box>{hours && <Button small kind='plain' onTap={() => setWeek(!week)}>{h(week ? 'fold' : 'whole')}</Button>}</Row>
      <Box>{week && hours && <Box className='h-gap'><Week hours={hours} /></Box>}</Box>
      <Text className='q-block q-lines h-gap'>{introduction}</Text>
      {address !== undefined && <Fact label={h('address')}>{address}</Fact>}
      {contact !== undefined && <Fact label={h('contact')}>{contact}</Fact>}
    </Card>
  )
}

export const Projects = ({ projects }: Pick<HomeView, 'projects'>) => {
  const running = projects.filter(({ endedOn }) => endedOn === undefined)
  if (projects.length === 0) return null
  return (
    <>
      <Heading>{h('projects')}</Heading>
      <Card>
        {running.map(({ projectId, title, about, since }) => (
          <Box key={projectId} className='h-line'><Row><Text className='q-grow q-strong'>{title}</Text><Text className='q-soft q-small q-num'>{h('since', { date: since })}</Text></Row>{about !== undefined && <Text className='q-block q-soft'>{about}</Text>}</Box>
        ))}
        {running.length < projects.length && <Text className='q-soft q-small q-block h-gap'>{h('endedN', { n: projects.length - running.length })}</Text>}
      </Card>
    </>
  )
}

export const Posts = ({ posts }: Pick<HomeView, 'posts'>) => {
  const running = posts.filter(({ endedOn }) => endedOn === undefined)
  if (running.length === 0) return null
  return (
    <>
      <Heading>{h('posts')}</Heading>
      <Card>
        {running.map(({ postId, title, about, places, free }) => (
          <Box key={postId} className='h-line'>
            <Row><Text className='q-grow q-strong'>{title}</Text><Text className='q-soft q-small'>{h('placesN', { n: places })}</Text>{free > 0 ? <Tag tone='good'>{h('freeN', { n: free })}</Tag> : <Tag>{h('noFree')}</Tag>}</Row>
            {about !== undefined && <Text className='q-block q-soft'>{about}</Text>}
          </Box>
        ))}
        {running.some(({ free }) => free > 0) && <Text className='q-soft q-small q-block h-gap'>{h('postsWords')}</Text>}
      </Card>
    </>
  )
}

/** The five standards as what there is to see: words and photos of the managers, and what the county found. */
export const Standards = ({ standards }: Pick<HomeView, 'standards'>) => {
  const written = standards.filter(({ words }) => words !== undefined)
  if (written.length === 0) return null
  return (
    <>
      <Heading>{h('standards')}</Heading>
      <Card>
        {written.map(({ standard, words, evidence, state }) => (
          <Box key={standard} className='h-line'>
            <Row><Text className='q-grow q-strong'>{y(standard)}</Text>{state !== 'not-assessed' && <Tag tone={state === 'met' ? 'good' : 'plain'}>{y(state)}</Tag>}</Row>
            <Text className='q-block q-soft q-lines'>{words}</Text>
            {evidence.length > 0 && <Box className='h-gap'><HomePhotos photos={evidence} about={y(standard)} /></Box>}
          </Box>
        ))}
        <Text className='q-soft q-small q-block h-gap'>{h('standardsWords')}</Text>
      </Card>
    </>
  )
}
