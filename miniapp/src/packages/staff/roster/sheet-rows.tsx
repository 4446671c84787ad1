import { useState } from 'react'
import { Button, Card, Chips, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { s } from '../text'
import { fates, type Import, rowWords, type SheetRow } from './import-roster'

const step = 50
const tones = { new: 'good', same: 'plain', changed: 'info', refused: 'bad' } as const

const Line = ({ row }: { row: SheetRow }) => (
  <Box className='s-line'>
    <Row>
      <Box className='q-grow'>
        <Text className='q-strong'>{row.name || s('noName')}</Text>
        <Text className='q-soft q-block'>{[s('rowN', { n: row.row }), row.birthDate, row.className, row.studentNumber].filter(Boolean).join(' · ')}</Text>
      </Box>
      <Tag tone={tones[row.fate]}>{s(`fate-${row.fate}`)}</Tag>
    </Row>
    {rowWords(row).map((words) => <Text key={words} className={`q-block ${row.fate === 'refused' ? 's-wrong' : ''}`}>{words}</Text>)}
  </Box>
)

/** Every row of a sheet, refused ones first, fifty more at a time. */
export const SheetRows = ({ result }: { result: Import }) => {
  const [fate, setFate] = useState<SheetRow['fate'] | 'all'>('all')
  const [most, setMost] = useState(step)
  const shown = fates.filter((one) => fate === 'all' || fate === one).flatMap((one) => result.rows.filter((row) => row.fate === one))
  const left = shown.length - most
  const choose = (next: typeof fate) => {
    setFate(next)
    setMost(step)
  }
  if (result.rows.length === 0) return <Text className='q-soft q-block'>{s('onlyHeader')}</Text>
  return (
    <>
      <Box style={{ margin: '4px 0 12px' }}><Chips label={s('showRows')} value={fate} onValue={choose}
        options={[['all', `${s('all')} ${result.rows.length}`] as const, ...fates.filter((one) => result.counts[one]).map((one) => [one, `${s(`fate-${one}`)} ${result.counts[one]}`] as const)]} /></Box>
      <Card>
        {shown.slice(0, most).map((row) => <Line key={row.row} row={row} />)}
        {shown.length === 0 && <Text className='q-soft q-block'>{s('noRows')}</Text>}
      </Card>
      {left > 0 && <Button kind='plain' onTap={() => setMost(most + step)}>{s('moreRows', { n: Math.min(step, left), left })}</Button>}
    </>
  )
}
