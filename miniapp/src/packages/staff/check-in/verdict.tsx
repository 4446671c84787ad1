import type { Answer } from '@shared/contract/index'
import type { RefusalCode } from '@shared/model/refusal'
import { troubleWords } from '@/text'
import { Box, Text } from '@/ui/primitives'
import { s } from '../text'
import type { Direction } from './attendance'

/** What a scan came to; `kept`: it could not be sent yet. */
export interface Told { verdict: Answer<'checkIn'>['verdicts'][number]['verdict'] | 'kept'; direction: Direction; name?: string | undefined; code?: string | undefined }

const marks = { accepted: '✓', duplicate: '＝', conflict: '？', rejected: '✕', kept: '…' } as const
const verdictWords = ({ verdict, direction }: Told) => (verdict === 'accepted' ? s(`accepted_${direction}`) : s(verdict === 'kept' ? 'keptScan' : verdict))
/** Of an accepted scan the code is a note; every other code is a refusal's. */
const whyWords = (code: string) => (code === 'no-entry-yet' || code === 'beyond-three-stays' ? s(code) : troubleWords(code as RefusalCode))

/** The last verdict: colour, mark and words. */
export const ShownVerdict = ({ told }: { told: Told }) => (
  <Box className={`s-verdict s-verdict-${told.verdict}`} role='status' live='assertive'>
    <Text className='s-verdict-mark'>{marks[told.verdict]}</Text>
    <Box><Text className='s-verdict-word'>{verdictWords(told)}</Text><Text className='q-block'>{[told.name, told.code && whyWords(told.code)].filter(Boolean).join(' · ')}</Text></Box>
  </Box>
)

/** The ones before it, a line each. */
export const EarlierVerdicts = ({ told }: { told: Told[] }) => (
  <Box className='s-earlier' role='list' label={s('lastVerdicts')}>
    {told.map((one, i) => <Box key={told.length - i} role='listitem' className='s-earlier-line'>{marks[one.verdict]} {verdictWords(one)}{one.name ? ` · ${one.name}` : ''}{one.code ? ` · ${whyWords(one.code)}` : ''}</Box>)}
  </Box>
)
