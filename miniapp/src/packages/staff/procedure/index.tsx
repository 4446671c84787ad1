import '../parts/staff.css'
import { useState } from 'react'
import { useQuery } from '@/api/use-query'
import { usePulled } from '@/platform/page-events'
import { localDateTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Heading, Row, Tag, type Tone } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { WithQuery } from '@/ui/with-query'
import { useStaff } from '../parts/use-staff'
import { pr } from '../text/procedure'
import { changesBetween, linesOf } from './describe'
import { Changes, Editor } from './editor'
import { parts, type Version } from './fields'

const tones: Record<Version['state'], Tone> = { 'in-force': 'good', coming: 'info', past: 'plain', replaced: 'wait' }

const sinceWords = ({ state, effectiveFrom, publishedAt }: Version): string => (state === 'replaced' ? pr('neverBegan') : publishedAt === undefined ? pr('fromStart') : pr('since', { date: effectiveFrom }))

const Head = ({ version }: { version: Version }) => (
  <>
    <Row><Text className='q-grow q-strong'>{pr('version', { n: version.version })}</Text><Tag tone={tones[version.state]}>{pr(`state-${version.state}`)}</Tag></Row>
    <Text className='q-block q-small'>{sinceWords(version)}</Text>
    {version.publishedAt && version.byName && <Text className='q-soft q-small q-block'>{pr('publishedBy', { who: version.byName, time: localDateTime(version.publishedAt) })}</Text>}
  </>
)

/** The admission procedure in words, every version there was, and for the county's committee the next one. */
export default function Procedure() {
  const staff = useStaff(true)
  const org = staff?.role.scope
  const county = staff?.role.name === 'county-committee'
  const query = useQuery('listProcedures', org === undefined ? undefined : { org })
  const [editing, setEditing] = useState(false)
  const pulled = usePulled(query.refresh)
  const done = () => {
    setEditing(false)
    void query.refresh()
  }
  return (
    <Page title={pr('procedure')} wide pulled={pulled}>
      <WithQuery query={query} rows={4}>
        {({ items }) => {
          const inForce = items.find(({ state }) => state === 'in-force')
          if (editing && county && org !== undefined && items[0]) return <Editor org={org} versions={items} onStop={() => setEditing(false)} onPublished={done} onStale={() => void query.refresh()} />
          return (
            <Box className='s-two'>
              <Box>
                {inForce && (
                  <>
                    <Card><Head version={inForce} />{county && <Box style={{ marginTop: '12px' }}><Button kind='plain' onTap={() => setEditing(true)}>{pr('change')}</Button></Box>}</Card>
                    <Heading>{pr('inForce')}</Heading>
                    <Card>{parts.map((part) => <Box key={part} className='s-line'><Text className='q-strong q-block'>{pr(`part-${part}`)}</Text>{linesOf(inForce.content, part).map((line) => <Text key={line} className='q-block q-small'>{line}</Text>)}</Box>)}</Card>
                  </>
                )}
              </Box>
              <Box>
                <Heading>{pr('history')}</Heading>
                {items.map((version, i) => {
                  const before = items[i + 1]
                  return (
                    <Card key={version.version}>
                      <Head version={version} />
                      <Box style={{ marginTop: '8px' }}>{before ? <><Text className='q-soft q-small q-block'>{pr('comparedTo', { n: before.version })}</Text><Changes changes={changesBetween(before.content, version.content)} none={pr('same')} /></> : <Text className='q-soft q-small q-block'>{pr('firstVersion')}</Text>}</Box>
                    </Card>
                  )
                })}
              </Box>
            </Box>
          )
        }}
      </WithQuery>
    </Page>
  )
}
