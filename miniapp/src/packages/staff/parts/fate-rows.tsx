import { type ReactNode, useState } from 'react'
import { Button, Card, Chips } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { s } from '../text'

const step = 50

/** Every row of a sheet by its fate, what is to be done first, fifty more at a time. */
export const FateRows = <F extends string, R extends { row: number; fate: F }>({ rows, fates, nameOf, line }: { rows: readonly R[]; fates: readonly F[]; nameOf: (fate: F) => string; line: (row: R) => ReactNode }) => {
  const [fate, setFate] = useState<F | 'all'>('all')
  const [most, setMost] = useState(step)
  const ofFate = (one: F) => rows.filter((row) => row.fate === one)
  const shown = fates.filter((one) => fate === 'all' || fate === one).flatMap(ofFate)
  const left = shown.length - most
  const choose = (next: F | 'all') => {
    setFate(next)
    setMost(step)
  }
  if (rows.length === 0) return <Text className='q-soft q-block'>{s('onlyHeader')}</Text>
  return (
    <>
      <Box style={{ margin: '4px 0 12px' }}><Chips<F | 'all'> label={s('showRows')} value={fate} onValue={choose}
        options={[['all', `${s('all')} ${rows.length}`] as const, ...fates.flatMap((one) => (ofFate(one).length ? [[one, `${nameOf(one)} ${ofFate(one).length}`] as const] : []))]} /></Box>
      <Card>
        {shown.slice(0, most).map(line)}
        {shown.length === 0 && <Text className='q-soft q-block'>{s('noRows')}</Text>}
      </Card>
      {left > 0 && <Button kind='plain' onTap={() => setMost(most + step)}>{s('moreRows', { n: Math.min(step, left), left })}</Button>}
    </>
  )
}
