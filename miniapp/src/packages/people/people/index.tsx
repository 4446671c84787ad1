import './index.css'
import { peopleAtMost } from '@shared/model/identity'
import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { useSwitchPerson } from '@/features/switch-person/use-switch-person'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { Button, Card, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { p } from '../text'
import { JoinCode } from './join-code'

/** Everyone of this WeChat identity, one more, and the way to sign in elsewhere. */
export default function People() {
  const person = usePerson()
  const query = useQuery('listPeople', person && {})
  const pulled = usePulled(query.refresh)
  const { to, trouble } = useSwitchPerson()
  return (
    <Page title={p('title')} pulled={pulled}>
      <Refused trouble={trouble} />
      <WithQuery query={query}>
        {({ people, bound, joined }) => !bound ? <Empty title={p('notBound')} words={p('notBoundWords')} /> : (
          <>
            {people.map((one) => {
              const here = one.personId === person?.personId
              const words = <Row><Box className='q-grow'><Text className='q-strong q-block'>{one.name}</Text><Text className='q-soft q-block'>{one.branchName ?? ''}</Text></Box>{here ? <Tag tone='good'>{p('current')}</Tag> : <Text className='q-green q-strong'>{p('switch')} ›</Text>}</Row>
              return here ? <Card key={one.personId}>{words}</Card> : <Card key={one.personId} onTap={() => to(one.personId)}>{words}</Card>
            })}
            <Text className='q-soft q-block people-line'>{p(people.length < peopleAtMost ? 'addHint' : 'full')}</Text>
            {people.length < peopleAtMost && <Button kind='plain' onTap={() => go('people/bind')}>{p('add')}</Button>}
            <JoinCode joined={joined} />
          </>
        )}
      </WithQuery>
    </Page>
  )
}
