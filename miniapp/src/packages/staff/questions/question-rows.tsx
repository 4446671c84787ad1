import { Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { FateRows } from '../parts/fate-rows'
import { s } from '../text'
import { x } from '../text/exams'
import { fates, type Import, type QuestionRow, rowWords } from './import-questions'

const tones = { new: 'good', same: 'plain', changed: 'info', refused: 'bad' } as const

const Line = ({ row }: { row: QuestionRow }) => (
  <Box className='s-line'>
    <Row>
      <Box className='q-grow'>
        <Text className='q-strong q-block'>{row.stem || x('noStem')}</Text>
        <Text className='q-soft q-small q-block'>{[row.sheet ? x('sheetRow', { sheet: row.sheet, n: row.row }) : s('rowN', { n: row.row }), row.kind && x(`kind-${row.kind}`), row.options > 0 && x('optionsN', { n: row.options })].filter(Boolean).join(' · ')}</Text>
      </Box>
      <Tag tone={tones[row.fate]}>{x(`fate-${row.fate}`)}</Tag>
    </Row>
    {rowWords(row).map((words) => <Text key={words} className='q-block s-wrong'>{words}</Text>)}
  </Box>
)

/** Every row of a sheet. Its answer is not among what is shown. */
export const QuestionRows = ({ result }: { result: Import }) => <FateRows rows={result.rows} fates={fates} nameOf={(fate) => x(`fate-${fate}`)} line={(row) => <Line key={`${row.sheet ?? ''} ${row.row}`} row={row} />} />
