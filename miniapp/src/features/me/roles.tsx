import { chooseRole, currentRole, type Person, startPage } from '@/api/session'
import { restartAt } from '@/platform/navigate'
import { t } from '@/text'
import { Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'

/** The roles a person has; a press changes to one and begins at its first page. Used by students' and staff's pages. */
export const Roles = ({ person }: { person: Person }) => {
  const current = currentRole()
  return (
    <>
      <Heading>{t('roles')}</Heading>
      {person.roles.map((role) => {
        const here = role.name === current?.name && role.scope === current.scope
        const words = <Row><Box className='q-grow'><Text className='q-strong q-block'>{t(`role-${role.name}`)}</Text><Text className='q-soft q-block'>{role.scopeName}</Text></Box>{here ? <Tag tone='good'>{t('current')}</Tag> : <Text className='q-green q-strong'>{t('switchRole')} ›</Text>}</Row>
        return here ? <Card key={role.name + role.scope}>{words}</Card> : <Card key={role.name + role.scope} onTap={() => { chooseRole(role); restartAt(startPage()) }}>{words}</Card>
      })}
    </>
  )
}
