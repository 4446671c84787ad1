import type { Answer } from '@shared/contract/index'
import type { Pages } from '@/api/use-pages'
import { localDateTime } from '@/text/format'
import { Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { countWords } from './import-records'
import { i } from './text'
import { UndoImport } from './undo-import'

type Past = Answer<'listImports'>['items'][number]

const One = ({ org, one, onUndone }: { org: string; one: Past; onUndone: (view: Past) => void }) => (
  <Card>
    <Row><Text className='q-grow q-strong q-cut'>{one.fileName}</Text>{one.undone && <Tag tone='bad'>{i('undone')}</Tag>}</Row>
    <Text className='q-soft q-block'>{[one.platform, i(`kind-${one.kind}`)].filter((words, n, all) => all.indexOf(words) === n).join(' · ')}</Text>
    <Text className='q-soft q-block'>{i('byAt', { who: one.byName, time: localDateTime(one.at) })}</Text>
    <Text className='q-block'>{countWords(one.counts)}</Text>
    {one.undone && <Text className='q-soft q-block'>{i('undoneBy', { who: one.undone.byName, time: localDateTime(one.undone.at) })}</Text>}
    {one.waiting > 0 && !one.undone && <Box className='s-warn'>{i('unfinished', { n: one.waiting })}</Box>}
    {(!one.undone || one.undone.waiting > 0) && <UndoImport org={org} importId={one.importId} words={one.undone ? i('undoRest', { n: one.undone.waiting }) : i('undo')} label={`${i('undo')} ${one.fileName}`} onUndone={onUndone} />}
  </Card>
)

/** What was imported for the organisation, newest first; each can be taken back as a whole. */
export const PastImports = ({ org, pages, onUndone }: { org: string; pages: Pages<Past>; onUndone: (view: Past) => void }) => (
  <>
    <Heading>{i('past')}</Heading>
    <WithQuery query={{ ...pages, value: pages.items }}>
      {(items) => items.length === 0 ? <Empty title={i('noPast')} words={i('noPastWords')} /> : items.map((one) => <One key={one.importId} org={org} one={one} onUndone={onUndone} />)}
    </WithQuery>
    <ListEnd pages={pages} />
  </>
)
