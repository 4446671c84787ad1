import type { Trouble } from '@/api/reply'
import { t, troubleWords } from '@/text'
import { age } from '@/text/format'
import { Button } from './parts'
import { Box, Text } from './primitives'

export const Empty = ({ title, words, action, onAction, mark = '🌱' }: { title: string; words?: string | undefined; action?: string; onAction?: () => void; mark?: string }) => (
  <Box className='q-empty'>
    <Box className='q-empty-mark' hidden>{mark}</Box>
    <Box className='q-strong'>{title}</Box>
    {words && <Box className='q-soft'>{words}</Box>}
    {action && onAction && <Box style={{ marginTop: '16px' }}><Button small kind='plain' onTap={onAction}>{action}</Button></Box>}
  </Box>
)

/** Nothing could be shown, and why, with the way to try again. */
export const ErrorState = ({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) => (
  <Box role='alert'>
    <Empty mark={trouble.code === 'offline' ? '📡' : '🍃'} title={troubleWords(trouble.code)} words={trouble.code === 'offline' ? t('offlineWords') : trouble.code === 'fault' ? t('faultWords') : undefined} action={t('retry')} onAction={onRetry} />
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
      <Box key={i} className='q-card' hidden><Box className='q-bone' style={{ width: '45%' }} /><Box className='q-bone' /><Box className='q-bone' style={{ width: '70%' }} /></Box>
    ))}
  </Box>
)
