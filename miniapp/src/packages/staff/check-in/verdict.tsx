import { Box, Text } from '@/ui/primitives'
import type { KeptScan } from '../parts/scan-queue'
import { type Shown, shownAs } from './scan-words'
import { c } from './text'

const looks = { good: 'accepted', known: 'duplicate', look: 'conflict', bad: 'rejected', checking: 'kept' } as const

/** The last verdict: colour, mark and words, big enough for a bright day. While the server is asked it says so; then whoever answered first. */
export const ShownVerdict = ({ one, checking }: { one: KeptScan; checking: boolean }) => {
  const waiting = checking && one.verdict === undefined
  const { tone, mark, word, why, name }: Shown = waiting ? { tone: 'checking', mark: '…', word: c('checking'), name: one.said.name } : shownAs(one)
  return (
    <Box className={`s-verdict s-verdict-${looks[tone]}`} role='status' live='assertive'>
      <Text className='s-verdict-mark'>{mark}</Text>
      <Box className='q-grow'>
        {name !== undefined && <Text className='s-verdict-name'>{name}</Text>}
        <Text className='s-verdict-word'>{word}</Text>
        {why !== undefined && <Text className='q-block'>{why}</Text>}
      </Box>
    </Box>
  )
}
