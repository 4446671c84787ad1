import type { Answer } from '@shared/contract/index'
import { useState } from 'react'
import type { Pages } from '@/api/use-pages'
import { localDateTime } from '@/text/format'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Empty, Refused } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { countWords } from './import-records'
import { i } from './text'
import { useUndo } from './use-undo'

type Past = Answer<'listImports'>['items'][number]

const One = ({ one, onUndo }: { one: Past; onUndo: () => void }) => (
  <Card>
    <Row><Text className='q-grow q-strong q-cut'>{one.fileName}</Text><Tag tone={one.undone ? 'bad' : 'good'}>{one.undone ? i('undone') : `${one.platform}`}</Tag></Row>
    <Text className='q-soft q-block'>{[i(`kind-${one.kind}`), i('byAt', { who: one.byName, time: localDateTime(one.at) })].join(' · ')}</Text>
    <Text className='q-block'>{countWords(one.counts)}</Text>
    {one.undone && <Text className='q-soft q-block'>{i('undoneBy', { who: one.undone.byName, time: localDateTime(one.undone.at) })}</Text>}
    {one.waiting > 0 && !one.undone && <Box className='s-warn'>{i('unfinished', { n: one.waiting })}</Box>}
    {(!one.undone || one.undone.waiting > 0) && <Box style={{ marginTop: '8px' }}><Button small kind='plain' onTap={onUndo} label={`${i('undo')} ${one.fileName}`}>{one.undone ? i('undoRest', { n: one.undone.waiting }) : i('undo')}</Button></Box>}
  </Card>
)

/** What was imported for the organisation, newest first; each can be taken back as a whole. */
export const PastImports = ({ org, pages, onUndone }: { org: string; pages: Pages<Past>; onUndone: (importId: string) => void }) => {
  const [asked, setAsked] = useState<Past>()
  const undo = useUndo(org, (done) => {
    setAsked(undefined)
    if (!done) return
    pages.change(({ importId }) => importId === done.importId, done)
    onUndone(done.importId)
  })
  return (
    <>
      <Heading>{i('past')}</Heading>
      <Refused trouble={undo.trouble} />
      <WithQuery query={{ ...pages, value: pages.items }}>
        {(items) => items.length === 0 ? <Empty title={i('noPast')} words={i('noPastWords')} /> : items.map((one) => <One key={one.importId} one={one} onUndo={() => setAsked(one)} />)}
      </WithQuery>
      <ListEnd pages={pages} />
      {asked && <Confirm danger title={i('undoThis')} words={undo.sending ? i('undoing') : i('undoAsk')} yes={i('undo')} busy={undo.sending} onYes={() => void undo.run(asked.importId)} onNo={() => setAsked(undefined)} />}
    </>
  )
}
