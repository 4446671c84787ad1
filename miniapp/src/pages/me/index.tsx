import './index.css'
import { usePerson } from '@/api/use-person'
import { ExportCase } from '@/features/export-case/export-case'
import { MessagesEntry } from '@/features/list-messages/messages-entry'
import { Roles } from '@/features/me/roles'
import { LanguageChoice, SignOut } from '@/features/me/settings'
import { SwitchPerson } from '@/features/switch-person/switch-person'
import { go } from '@/platform/navigate'
import { t } from '@/text'
import { Page } from '@/ui/page'
import { Card, Heading, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'

export default function MePage() {
  const person = usePerson()
  return (
    <Page title={t('me')} tab='me'>
      {person && (
        <>
          <Card>
            <Text className='q-title q-block' >{person.name}</Text>
            {person.branchName && <Text className='q-soft q-block me-line'>{t('branch')}{t('colon')}{person.branchName}</Text>}
            {person.birthDate && <Text className='q-soft q-block me-line'>{t('birthDate')}{t('colon')}{person.birthDate}</Text>}
          </Card>
          <MessagesEntry />
          <Card onTap={() => go('mine/apply')}><Row><Text className='q-grow q-strong'>{t('myApplication')}</Text><Text className='q-green'>›</Text></Row></Card>
          <Card onTap={() => go('people/asked')}><Row><Text className='q-grow q-strong'>{t('asked')}</Text><Text className='q-green'>›</Text></Row></Card>
          {person.branch && <Card onTap={() => go('documents/list')}><Row><Text className='q-grow q-strong'>{t('documents')}</Text><Text className='q-green'>›</Text></Row></Card>}
          <SwitchPerson person={person} />
          <Roles person={person} />
          <LanguageChoice />
          <Heading>{t('about')}</Heading>
          <Card><Text className='q-soft'>{t('aboutWords')}</Text></Card>
          <Card onTap={() => go('mine/reads')}><Row><Text className='q-grow q-strong'>{t('whoLooked')}</Text><Text className='q-green'>›</Text></Row></Card>
          <ExportCase personId={person.personId} />
          <Box style={{ marginTop: '16px' }}><SignOut /></Box>
        </>
      )}
    </Page>
  )
}
