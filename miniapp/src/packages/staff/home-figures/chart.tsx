import { Box, Text } from '@/ui/primitives'
import { yh } from '../text/homes'

export interface Point { label: string; value: number | undefined; words: string }

/** Bars from nothing to the greatest value; the words of all of them are the picture's name, and the table below says them again. */
export const BarChart = ({ title, points }: { title: string; points: readonly Point[] }) => {
  const most = Math.max(1, ...points.map(({ value }) => value ?? 0))
  return (
    <Box className='s-chart' role='img' label={yh('chartOf', { what: title, values: points.map(({ label, words }) => yh('valueOf', { month: label, n: words })).join('，') })}>
      {points.map(({ label, value, words }) => (
        <Box key={label} className='s-bar-of'>
          <Text className='s-bar-n q-num'>{words}</Text>
          <Box className='s-bar-up' style={{ height: `${Math.max(value ? 2 : 0, Math.round(((value ?? 0) / most) * 120))}px` }} />
          <Text className='s-bar-label q-num'>{label}</Text>
        </Box>
      ))}
    </Box>
  )
}
