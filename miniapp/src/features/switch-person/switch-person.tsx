import type { Person } from '@/api/session'
import { useQuery } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { t } from '@/text'
import { Card, Chips, Heading, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { useSwitchPerson } from './use-switch-person'

/** Who else is bound to this WeChat identity, one press away; the rest on a page of its own. */
export const SwitchPerson = ({ person }: { person: Person }) => {
  const { value } = useQuery('listPeople', {})
  const { to, trouble } = useSwitchPerson()
  if (!value?.bound) return null
  return (
    <>
      {value.people.length > 1 && <><Heading>{t('people')}</Heading><Refused trouble={trouble} /><Box className='switch-people'><Chips label={t('people')} options={value.people.map((one) => [one.personId, one.name] as const)} value={person.personId} onValue={(id) => id !== person.personId && to(id)} /></Box></>}
      <Card onTap={() => go('people/people')}><Row><Text className='q-grow q-strong'>{t('peopleMore')}</Text><Text className='q-green'>›</Text></Row></Card>
    </>
  )
}
