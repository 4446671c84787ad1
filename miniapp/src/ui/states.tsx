import type { Trouble } from '@/api/reply'
import { t, troubleWords } from '@/text'
import { age } from '@/text/format'
import { Button } from './parts'
import { Box, Img, Text } from './primitives'

const drawn = (path: string) => `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="#7fb8a2" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`)}`
const leaf = drawn('M24 42V24M24 30C14 30 9 24 9 14c10 0 15 6 15 16zM24 24c0-9 5-14 15-14 0 9-5 14-15 14')
const noSignal = drawn('M8 20a23 23 0 0132 0M14 27a14 14 0 0120 0M24 36h.1M8 8l32 32')

export const Empty = ({ title, words, action, onAction, mark = leaf }: { title: string; words?: string | undefined; action?: string; onAction?: () => void; mark?: string }) => (
  <Box className='q-empty'>
    <Img className='q-empty-mark' src={mark} />
    <Box className='q-strong'>{title}</Box>
    {words && <Box className='q-soft'>{words}</Box>}
    {action && onAction && <Box style={{ marginTop: '16px' }}><Button small kind='plain' onTap={onAction}>{action}</Button></Box>}
  </Box>
)

/** Nothing could be shown, and why, with the way to try again. */
export const ErrorState = ({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) => (
  <Box role='alert'>
    <Empty mark={trouble.code === 'offline' ? noSignal : leaf} title={troubleWords(trouble.code)} words={trouble.code === 'offline' ? t('offlineNever') : trouble.code === 'fault' ? t('faultWords') : undefined} action={t('retry')} onAction={onRetry} />
  </Box>
)

/** Old figures are shown: how old, and why. */
export const StaleBanner = ({ trouble, at }: { trouble: Trouble | undefined; at: number | undefined }) =>
  trouble && at !== undefined ? <Box className='q-banner' role='status'><Text>{trouble.code === 'offline' ? t('offline', { age: age(at) }) : `${troubleWords(trouble.code)} · ${age(at)}`}</Text></Box> : null

export const Refused = ({ trouble }: { trouble: Trouble | undefined }) =>
  trouble ? <Box className='q-banner q-banner-bad' role='alert'><Text>{troubleWords(trouble.code)}{trouble.code === 'offline' ? `。${t('offlineWords')}` : ''}</Text></Box> : null

export const Skeleton = ({ rows = 3 }: { rows?: number }) => (
  <Box role='status' label={t('loading')}>
    {Array.from({ length: rows }, (_, i) => (
      <Box key={i} className='q-card q-bones' hidden />
    ))}
  </Box>
)
