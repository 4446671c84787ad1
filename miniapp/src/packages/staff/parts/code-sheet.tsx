import { localDateTime } from '@/text/format'
import { Box, Text } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { s } from '../text'

/** A one-time code for somebody, shown once, to be written down. */
export const CodeSheet = ({ name, code, expiresAt, onClose }: { name: string; code: string; expiresAt: string; onClose: () => void }) => (
  <Sheet title={s('codeOf', { name })} onClose={onClose} closeWords={s('codeWritten')}>
    <Box className='s-code'>{code}</Box>
    <Text className='q-soft q-small q-block'>{s('codeWords')}{s('codeUntil', { time: localDateTime(expiresAt) })}{s('codeOnce')}</Text>
  </Sheet>
)
