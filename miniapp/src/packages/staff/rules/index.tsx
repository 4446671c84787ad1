import '../parts/staff.css'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { usePages } from '@/api/use-pages'
import { useSend } from '@/api/use-send'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { localDateTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { useAll } from '../parts/use-all'
import { useStaff } from '../parts/use-staff'
import { p } from '../text/policy'
import { changesBetween, type Content, type Version } from './describe'
import { Changes, Requirements, VersionHead } from './version-card'

/** The county's one draft: how it differs from the rules in force, and what can be done with it. */
const Draft = ({ org, inForce }: { org: string; inForce: Content }) => {
  const query = useQuery('showRuleDraft', { org })
  const [asking, setAsking] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('discardRuleDraft')
  const discard = async (revision: number) => {
    const reply = await send({ id: id.current, org, revision })
    id.current = clientId()
    setAsking(false)
    if (!reply?.ok) return void query.refresh()
    query.put(reply.value)
    toast(p('discarded'))
  }
  return (
    <>
      <Heading>{p('draft')}</Heading>
      <WithQuery query={query} rows={1}>
        {({ revision, draft }) => (
          <Card>
            <Refused trouble={trouble} />
            {draft ? (
              <>
                <Row><Text className='q-grow q-soft'>{p('draftBy', { who: draft.byName, time: localDateTime(draft.at) })}</Text><Tag tone='info'>{p('changedN', { n: changesBetween(inForce, draft.content).length })}</Tag></Row>
                <Changes changes={changesBetween(inForce, draft.content)} none={p('noChanges')} />
                <Box className='s-actions'>
                  <Button kind='plain' onTap={() => go('staff/rules-draft')}>{p('editDraft')}</Button>
                  <Button onTap={() => go('staff/rules-preview')}>{p('toPreview')}</Button>
                </Box>
                <Box className='s-close'><Button small kind='danger' onTap={() => setAsking(true)}>{p('discard')}</Button></Box>
                {asking && <Confirm title={p('discard')} words={p('discardAsk')} yes={p('discard')} danger busy={sending} onYes={() => void discard(revision)} onNo={() => setAsking(false)} />}
              </>
            ) : (
              <>
                <Text className='q-strong q-block'>{p('draftNone')}</Text>
                <Text className='q-soft q-block'>{p('draftNoneWords')}</Text>
                <Box style={{ marginTop: '12px' }}><Button onTap={() => go('staff/rules-draft')}>{p('startDraft')}</Button></Box>
              </>
            )}
          </Card>
        )}
      </WithQuery>
    </>
  )
}

const Past = ({ version, before }: { version: Version; before: Version | undefined }) => (
  <Card>
    <VersionHead version={version} />
    <Box style={{ marginTop: '8px' }}>
      {before ? <><Text className='q-soft q-small q-block'>{p('comparedTo', { n: before.ruleSet.version })}</Text><Changes changes={changesBetween(before.ruleSet, version.ruleSet)} none={p('noDifference', { n: before.ruleSet.version })} /></> : <Text className='q-soft q-small q-block'>{p('firstVersion')}</Text>}
    </Box>
  </Card>
)

/** What the county asks for, every version there was, and for its committee the draft of the next. */
export default function Rules() {
  const staff = useStaff(true)
  const pages = useAll(usePages('listRuleSets', staff && { org: staff.role.scope, limit: 100 }))
  const pulled = usePulled(pages.refresh)
  return (
    <Page title={p('rules')} wide pulled={pulled}>
      <WithQuery query={{ ...pages, value: pages.items }}>
        {(versions) => {
          const inForce = versions.find(({ state }) => state === 'in-force')
          return (
            <Box className='s-two'>
              <Box>
                {inForce && <><Card><VersionHead version={inForce} /></Card><Heading>{p('rulesOf')}</Heading><Requirements content={inForce.ruleSet} /></>}
              </Box>
              <Box>
                {inForce && staff?.role.name === 'county-committee' && <Draft org={staff.role.scope} inForce={inForce.ruleSet} />}
                <Heading>{p('history')}</Heading>
                {versions.map((version, i) => <Past key={version.ruleSet.version} version={version} before={versions[i + 1]} />)}
                {pages.more && <ListEnd pages={pages} />}
              </Box>
            </Box>
          )
        }}
      </WithQuery>
    </Page>
  )
}
