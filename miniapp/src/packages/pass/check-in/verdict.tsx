import type { RefusalCode } from '@shared/model/refusal'
import type { VenueScan } from '@/features/check-in/venue-scans'
import { troubleWords } from '@/text'
import { Box, Text } from '@/ui/primitives'
import { v } from './text'

/** Words of this page where it has its own: the refusals' speak to a manager. */
const own = ['not-a-pass', 'pass-invalid', 'pass-expired', 'clock-skew', 'scanner-cut-off', 'not-signed-up', 'own-record', 'no-entry-yet', 'beyond-three-stays'] as const
export const whyWords = (code: string): string => {
  const mine = own.find((one) => one === code)
  return mine ? v(mine) : troubleWords(code as RefusalCode)
}

interface Shown { tone: 'good' | 'kept' | 'look' | 'bad'; mark: string; word: string; why?: string | undefined }

const tones = { accepted: ['good', '✓'], duplicate: ['kept', '＝'], conflict: ['look', '？'], rejected: ['bad', '✕'] } as const

/** How a scan stands: colour, mark and words. */
export const shownOf = ({ scan, verdict, aside, eventId }: VenueScan, sending: boolean): Shown => {
  if (aside) return { tone: 'bad', mark: '✕', word: v('rejected'), why: v('aside') }
  if (!verdict) return { tone: 'kept', mark: '…', word: v(sending ? 'checking' : 'kept') }
  const [tone, mark] = tones[verdict.verdict]
  const other = verdict.eventId !== undefined && verdict.eventId !== eventId && verdict.title !== undefined ? v('ofOther', { title: verdict.title }) : undefined
  return { tone, mark, word: v(verdict.verdict === 'accepted' ? `done_${scan.direction}` : verdict.verdict), why: [other, verdict.code && whyWords(verdict.code)].filter(Boolean).join('。') || undefined }
}

export const Verdict = ({ tone, mark, word, why }: Shown) => (
  <Box className={`v-verdict v-${tone}`} role='status' live='assertive'>
    <Text className='v-mark'>{mark}</Text>
    <Box><Text className='v-word'>{word}</Text>{why && <Text className='q-block'>{why}</Text>}</Box>
  </Box>
)
