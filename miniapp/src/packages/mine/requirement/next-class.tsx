import { useQuery } from '@/api/use-query'
import { makeText } from '@/text/make'
import { Card } from '@/ui/parts'
import { Text } from '@/ui/primitives'

const words = makeText({ next: '学校下一次团课', more: '之后还有 {n} 次' }, { next: 'Your school’s next League class', more: '{n} more after that' })

/** When the own school holds its next League class; nothing where none is planned. */
export const NextClass = () => {
  const [next, ...later] = useQuery('listLeagueClasses', {}).value?.sessions ?? []
  if (!next) return null
  return (
    <Card>
      <Text className='q-strong q-block'>{words('next')}</Text>
      <Text className='q-block q-num'>{`${next.date} ${next.from}–${next.to} · ${next.place}`}</Text>
      <Text className='q-soft q-block'>{`${next.title} · ${next.teacher}`}</Text>
      {later.length > 0 && <Text className='q-soft q-small q-block'>{words('more', { n: later.length })}</Text>}
    </Card>
  )
}
