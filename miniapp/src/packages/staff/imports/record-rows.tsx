import type { ImportFate, ImportKind } from '@shared/model/import'
import { Field, Row, Tag, type Tone } from '@/ui/parts'
import { Box, Select, Text } from '@/ui/primitives'
import { FateRows } from '../parts/fate-rows'
import { s } from '../text'
import { fates, type RecordsRow, rowReasons, rowTime } from './import-records'
import type { RecordsImport } from './in-parts'
import { i } from './text'

export type Choices = Record<string, string>
interface Choosing { choices: Choices; onChoice: (row: number, personId: string) => void }

const tones: Record<ImportFate, Tone> = { new: 'good', cut: 'wait', same: 'plain', overlaps: 'wait', 'unknown-person': 'bad', 'ambiguous-name': 'info', refused: 'bad' }
const whoWords = ({ name, className, branchName }: { name: string; className?: string | undefined; branchName: string }) => i('person', { name, className: className ?? branchName })

const Line = ({ row, kind, choices, onChoice }: Choosing & { row: RecordsRow; kind: ImportKind }) => {
  const wrong = row.fate === 'refused' || row.fate === 'unknown-person'
  // A cut row says its times below.
  const time = row.fate === 'cut' ? undefined : rowTime(row, kind)
  return (
    <Box className='s-line'>
      <Row>
        <Box className='q-grow'>
          <Text className='q-strong'>{row.name || s('noName')}</Text>
          <Text className='q-soft q-block'>{[s('rowN', { n: row.row }), row.person ? i('matched', { who: whoWords(row.person) }) : row.className, row.studentNumber].filter(Boolean).join(' · ')}</Text>
        </Box>
        <Tag tone={tones[row.fate]}>{i(`fate-${row.fate}`)}</Tag>
      </Row>
      {row.title && <Text className='q-block'>{row.title}</Text>}
      {time && <Text className='q-soft q-block q-num'>{time}</Text>}
      {rowReasons(row, kind).map((words) => <Text key={words} className={`q-block ${wrong ? 's-wrong' : 'q-soft'}`}>{words}</Text>)}
      {row.candidates && (
        <Box style={{ marginTop: '8px' }}>
          <Field label={i('whichOne')}><Select label={`${i('whichOne')} ${row.name}`} value={choices[row.row] ?? ''} placeholder={i('chooseOne')} onValue={(personId) => onChoice(row.row, personId)}
            options={[...row.candidates.map((one) => [one.personId, whoWords(one)] as const), ['none', i('nobodyOf')] as const]} /></Field>
        </Box>
      )}
    </Box>
  )
}

export const RecordRows = ({ result, kind, ...choosing }: Choosing & { result: RecordsImport; kind: ImportKind }) =>
  <FateRows rows={result.rows} fates={fates} nameOf={(fate) => i(`fate-${fate}`)} line={(row) => <Line key={row.row} row={row} kind={kind} {...choosing} />} />
