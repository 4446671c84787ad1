import { Button, Field } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { type PaperKey, pp } from '../text/papers'
import { type Attaching, useAttach } from './use-attach'

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024)
const sizeOf = (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`)
const refusals: Record<string, PaperKey> = { 'too-large': 'refused-too-large', 'not-a-pdf': 'refused-not-a-pdf', locked: 'refused-locked', corrupt: 'refused-corrupt', 'too-many-pages': 'refused-too-many-pages', empty: 'refused-empty' }

const wordsOf = (state: Attaching): string | undefined => {
  if (state.at === 'sending') return pp('sending', { n: state.percent })
  if (state.at === 'refused') return pp(refusals[state.why] ?? 'refusedOther', { n: megabytes(state.mostBytes ?? 0) })
  return state.at === 'checking' || state.at === 'slow' || state.at === 'failed' ? pp(state.at) : undefined
}

/** The scan of the stamped form: chosen, uploaded and checked; `onReady` is told its file when it can be named in an act. */
export const AttachFile = ({ personId, onReady, fault }: { personId: string; onReady: (fileId: string | undefined) => void; fault?: string | undefined }) => {
  const { state, name, choose, retry, lookAgain } = useAttach(personId, onReady)
  const busy = state.at === 'sending' || state.at === 'checking'
  const words = wordsOf(state)
  const bad = state.at === 'refused' || state.at === 'failed'
  return (
    <Field label={pp('attach')} hint={pp('attachHint')} fault={fault}>
      <Box role='status' live='polite'>
        {state.at === 'ready' && <Box><Text className='q-green q-block'>✓ {pp('ready')}</Text><Text className='q-soft q-small q-block'>{pp('readyLine', { name, n: state.file.pages ?? 0, size: sizeOf(state.file.bytes) })}</Text></Box>}
        {words !== undefined && <Text className={`q-block ${bad ? 'q-red' : 'q-soft'}`}>{words}</Text>}
      </Box>
      {state.at === 'failed' && state.trouble && <Refused trouble={state.trouble} />}
      <Box className='q-wrap' style={{ marginTop: '8px' }}>
        {state.at === 'failed' && <Button small onTap={retry}>{pp('tryAgain')}</Button>}
        {state.at === 'slow' && <Button small onTap={lookAgain}>{pp('lookAgain')}</Button>}
        <Button small kind='plain' busy={busy} onTap={choose}>{state.at === 'none' ? pp('choosePdf') : pp('chooseOther')}</Button>
      </Box>
    </Field>
  )
}
