import { Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { FateRows } from '../parts/fate-rows'
import { s } from '../text'
import { fates, type Import, rowWords, type SheetRow } from './import-roster'

const tones = { new: 'good', same: 'plain', changed: 'info', refused: 'bad' } as const

const Line = ({ row }: { row: SheetRow }) => (
  <Box className='s-line'>
    <Row>
      <Box className='q-grow'>
        <Text className='q-strong'>{row.name || s('noName')}</Text>
        <Text className='q-soft q-block'>{[s('rowN', { n: row.row }), row.birthDate, row.className, row.studentNumber, row.leagueSince && `${s('col-leagueSince')} ${row.leagueSince}`].filter(Boolean).join(' · ')}</Text>
      </Box>
      <Tag tone={tones[row.fate]}>{s(`fate-${row.fate}`)}</Tag>
    </Row>
    {rowWords(row).map((words) => <Text key={words} className={`q-block ${row.fate === 'refused' ? 's-wrong' : ''}`}>{words}</Text>)}
  </Box>
)

export const SheetRows = ({ result }: { result: Import }) => <FateRows rows={result.rows} fates={fates} nameOf={(fate) => s(`fate-${fate}`)} line={(row) => <Line key={row.row} row={row} />} />
