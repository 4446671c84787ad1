import type { HomeView } from '@shared/contract/youth-homes'
import { useState } from 'react'
import type { Query } from '@/api/use-query'
import { localDate } from '@/text/format'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { yh } from '../text/homes'
import { AssignSheet } from './assign-sheet'
import { EndSheet } from './end-sheet'
import { PostForm } from './post-form'

export type Post = HomeView['posts'][number]
export type Holding = NonNullable<Post['holdings']>[number]
type Asked = { what: 'form'; postId: string | undefined } | { what: 'assign'; postId: string } | { what: 'end'; postId: string; holding: Holding }

const Holder = ({ holding: { name, branchName, from, to }, onEnd }: { holding: Holding; onEnd: (() => void) | undefined }) => (
  <Row className='s-under-field'>
    <Box className='q-grow'><Text className='q-block'>{name}</Text><Text className='q-soft q-small q-block'>{branchName ?? ''}</Text><Text className='q-soft q-small q-block q-num'>{to === undefined ? yh('holds', { from }) : yh('holdsTo', { from, to })}</Text></Box>
    {onEnd && <Button small kind='plain' label={`${yh('endHolding')} ${name}`} onTap={onEnd}>{yh('endHolding')}</Button>}
  </Row>
)

const PostLine = ({ post, edit, onAsk }: { post: Post; edit: boolean; onAsk: (asked: Asked) => void }) => {
  const [past, setPast] = useState(false)
  const { postId, title, about, places, free, endedOn, holdings = [] } = post
  const today = localDate(Date.now())
  const over = ({ to }: Holding) => to !== undefined && to < today
  const [before, now] = [holdings.filter(over), holdings.filter((one) => !over(one))]
  return (
    <Box className='s-line'>
      <Row><Text className='q-grow q-strong'>{title}</Text>{endedOn === undefined ? <Tag tone={free ? 'info' : 'good'}>{yh('placesOf', { held: places - free, places })}</Tag> : <Tag>{yh('endedOn', { date: endedOn })}</Tag>}</Row>
      {about !== undefined && <Text className='q-soft q-small q-block'>{about}</Text>}
      {now.length === 0 && endedOn === undefined && <Text className='q-soft q-small q-block'>{yh('nobodyHolds')}</Text>}
      {now.map((holding) => <Holder key={holding.holdingId} holding={holding} onEnd={edit && endedOn === undefined && (holding.to === undefined || holding.to > today) ? () => onAsk({ what: 'end', postId, holding }) : undefined} />)}
      <Box className='q-wrap s-under-field'>
        {edit && endedOn === undefined && <Button small kind='plain' label={`${yh('assign')} ${title}`} onTap={() => onAsk({ what: 'assign', postId })}>{yh('assign')}</Button>}
        {edit && <Button small kind='plain' label={`${yh('edit')} ${title}`} onTap={() => onAsk({ what: 'form', postId })}>{yh('edit')}</Button>}
        {before.length > 0 && <Button small kind='plain' onTap={() => setPast(!past)}>{yh('past', { n: before.length })}</Button>}
      </Box>
      <Box>{past && before.map((holding) => <Holder key={holding.holdingId} holding={holding} onEnd={undefined} />)}</Box>
    </Box>
  )
}

/** A home's practice posts and who holds them; managers add, change, end and assign. */
export const Posts = ({ query, home }: { query: Query<HomeView>; home: HomeView }) => {
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const post = home.posts.find(({ postId }) => postId === asked?.postId)
  const { edit } = home.may
  return (
    <>
      <Heading>{yh('posts')}</Heading>
      <Card>
        {home.posts.length === 0 && <Text className='q-soft q-block'>{yh('noPosts')}</Text>}
        {home.posts.map((one) => <PostLine key={one.postId} post={one} edit={edit} onAsk={setAsked} />)}
        {edit && <Box className='s-under-field'><Button small kind='plain' onTap={() => setAsked({ what: 'form', postId: undefined })}>{yh('addPost')}</Button></Box>}
      </Card>
      <Box>
        {asked?.what === 'form' && <PostForm query={query} homeId={home.homeId} post={post} onClose={close} />}
        {asked?.what === 'assign' && post && <AssignSheet query={query} homeId={home.homeId} post={post} onClose={close} />}
        {asked?.what === 'end' && <EndSheet query={query} homeId={home.homeId} postId={asked.postId} holding={asked.holding} onClose={close} />}
      </Box>
    </>
  )
}
