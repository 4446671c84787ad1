import type { ScanView } from '@shared/contract/conflicts'
import type { ReactNode } from 'react'
import { Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { fateOf, moveOf, skewOf, timeOn, waysOf } from './scan-words'

/** One scan: in or out, when, which way, and what became of it; one that was taken back is struck through. */
export const ScanLine = ({ scan, day, children }: { scan: ScanView; day: string; children?: ReactNode }) => {
  const skew = skewOf(scan, day)
  return (
    <Box className='s-line'>
      <Row>
        <Box className='q-grow'>
          <Text className={`q-block q-strong ${scan.undone ? 's-struck' : ''}`}>{`${moveOf(scan)} ${timeOn(scan.time, day)}`}</Text>
          <Text className='q-block q-soft q-small'>{waysOf(scan)}</Text>
          {skew && <Text className='q-block q-soft q-small'>{skew}</Text>}
          {fateOf(scan).map((one) => <Text key={one} className='q-block q-small q-amber'>{one}</Text>)}
        </Box>
        {children}
      </Row>
    </Box>
  )
}
