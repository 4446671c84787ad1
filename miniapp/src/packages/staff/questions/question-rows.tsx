import { useState } from 'react'
import { Button, Card, Chips, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { x } from '../text/exams'
import { fates, type Import, type QuestionRow, rowWords } from './import-questions'

const step = 50
const tones = { new: 'good', same: 'plain', changed: 'info', refused: 'bad' } as const

const Line = ({ row }: { row: QuestionRow }) => (
  <Box className='s-line'>
    <Row>
      <Box className='q-grow'>
        <Text className='q-strong q-block'>{row.stem || x('noStem')}</Text>
        <Text className='q-soft q-small q-block'>{[row.sheet ? x('sheetRow', { sheet: row.sheet, n: row.row }) : x('rowN', { n: row.row }), row.kind && x(`kind-${row.kind}`), row.options > 0 && x('optionsN', { n: row.options })].filter(Boolean).join(' · ')}</Text>
      </Box>
      <Tag tone={tones[row.fate]}>{x(`fate-${row.fate}`)}</Tag>
    </Row>
    {rowWords(row).map((words) => <Text key={words} className='q-block s-wrong'>{words}</Text>)}
  </Box>
)

/** Every row of a sheet, refused ones first, fifty more at a time. Its answer is not among what is shown. */
export const QuestionRows = ({ result }: { result: Import }) => {
  const [fate, setFate] = useState<QuestionRow['fate'] | 'all'>('all')
  const [most, setMost] = useState(step)
  const shown = fates.filter((one) => fate === 'all' || fate === one).flatMap((one) => result.rows.filter((row) => row.fate === one))
  const left = shown.length - most
  if (result.rows.length === 0) return <Text className='q-soft q-block'>{x('noRows')}</Text>
  return (
    <>
      <Box style={{ margin: '4px 0 12px' }}><Chips label={x('showRows')} value={fate} onValue={(next) => {
        setFate(next)
        setMost(step)
      }} options={[['all', `${x('all')} ${result.rows.length}`] as const, ...fates.filter((one) => result.counts[one]).map((one) => [one, `${x(`fate-${one}`)} ${result.counts[one]}`] as const)]} /></Box>
      <Card>{shown.slice(0, most).map((row) => <Line key={`${row.sheet ?? ''} ${row.row}`} row={row} />)}</Card>
      {left > 0 && <Button kind='plain' onTap={() => setMost(most + step)}>{x('moreRows', { n: Math.min(step, left), left })}</Button>}
    </>
  )
}
