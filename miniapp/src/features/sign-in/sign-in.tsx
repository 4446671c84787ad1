import { useMemo, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { useQuery } from '@/api/use-query'
import { waiting } from '@/api/waiting'
import { inWechat } from '@/platform/wechat-login'
import { t, type TextKey } from '@/text'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text, TextInput } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { useSignIn } from './use-sign-in'

type Account = Answer<'listDemoAccounts'>[number]

const byRole = (accounts: Account[], words: string): [Account['role'], Account[]][] => {
  const groups = new Map<Account['role'], Account[]>()
  for (const a of accounts) if (!words || `${a.name}${a.scopeName}${a.about}`.includes(words)) groups.set(a.role, [...(groups.get(a.role) ?? []), a])
  return [...groups]
}

export const SignIn = ({ onUnbound, onBound }: { onUnbound: () => void; onBound: () => void }) => {
  const { sending, trouble, asDemo, byWeChat } = useSignIn(onUnbound, onBound)
  const demo = useQuery('listDemoAccounts', {})
  const [words, setWords] = useState('')
  const groups = useMemo(() => byRole(demo.value ?? [], words.trim()), [demo.value, words])
  return (
    <>
      <Box className='sign-in-hero'><Box className='sign-in-name'>{t('app')}</Box><Box className='q-soft'>{t('slogan')}</Box></Box>
      {waiting().map(({ personId, name, n }) => <Box key={personId} className='q-banner' role='status'><Text>{t('scansWait', { name, n })}</Text></Box>)}
      <Refused trouble={trouble} />
      <Box style={{ marginBottom: '16px' }}><Button busy={sending} onTap={() => void byWeChat()}>{t(sending ? 'signingIn' : 'signInWechat')}</Button></Box>
      {!(demo.trouble && (inWechat || demo.trouble.code === 'not-found')) && (
        <WithQuery query={demo}>
          {(accounts) => accounts.length === 0 ? <Empty title={t('noDemo')} words={t('noDemoWords')} /> : (
            <>
              <Heading>{t('signInDemo')}</Heading>
              <Box className='q-soft' style={{ margin: '0 4px 8px' }}>{t('signInDemoWords')}</Box>
              {accounts.length > 12 && <TextInput value={words} onValue={setWords} placeholder={t('findPerson')} label={t('findPerson')} />}
              {groups.map(([role, people]) => (
                <Box key={role}>
                  <Heading>{t(`role-${role}` as TextKey)}</Heading>
                  {people.map((p) => (
                    <Card key={p.code} onTap={() => asDemo(p.code)}>
                      <Row><Text className='q-grow q-strong'>{p.name}</Text><Tag>{p.scopeName}</Tag></Row>
                      {p.about && <Text className='q-soft q-block'>{p.about}</Text>}
                    </Card>
                  ))}
                </Box>
              ))}
            </>
          )}
        </WithQuery>
      )}
    </>
  )
}
