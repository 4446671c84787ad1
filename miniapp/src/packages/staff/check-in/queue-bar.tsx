import { useEffect, useState } from 'react'
import { serverNow } from '@/api/server-clock'
import { comeBackTo, endSession } from '@/api/session'
import { restartAt } from '@/platform/navigate'
import { troubleWords } from '@/text'
import { age } from '@/text/format'
import { Button } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { type KeptScan, waits } from '../parts/scan-queue'
import type { ScanSender } from '../parts/scan-sender'
import { c } from './text'

type Code = NonNullable<ReturnType<ScanSender['stopped']>>
const ended = (code: Code | undefined): boolean => code === 'session-ended' || code === 'not-signed-in'
const whyOf = (code: Code): string => {
  if (code === 'offline' || code === 'fault' || code === 'not-allowed') return c(`stop-${code}`)
  return ended(code) ? c('stop-session') : c('stop-other', { why: troubleWords(code) })
}

/** And back to this event. */
const signInAgain = (eventId: string): void => {
  comeBackTo('staff/check-in', { id: eventId })
  endSession()
  restartAt('sign-in')
}

/** How much waits and since when, always in sight; why it does, and the way to send it now. */
export const QueueBar = ({ sender, scans, eventId, onExport }: { sender: ScanSender | undefined; scans: KeptScan[]; eventId: string; onExport: () => void }) => {
  const waiting = scans.filter(waits)
  const [, draw] = useState(0)
  // Its age grows also while nothing happens.
  useEffect(() => {
    if (waiting.length === 0) return
    const timer = setInterval(() => draw((n) => n + 1), 20_000)
    return () => clearInterval(timer)
  }, [waiting.length === 0])
  const loose = sender?.queue.loose() ?? 0
  const stopped = sender?.stopped(eventId)
  const oldest = waiting.at(-1)
  return (
    <>
      {loose > 0 && <Box className='q-banner q-banner-bad' role='alert'><Text>{c('looseN', { n: loose })}</Text></Box>}
      {oldest && (
        <Box className='s-warn s-queue' role='status'>
          <Box className='q-grow'>
            <Text className='q-strong q-block'>{c('waitingN', { n: waiting.length, age: age(oldest.at, serverNow()) })}</Text>
            {stopped && <Text className='q-block q-small'>{whyOf(stopped)}</Text>}
          </Box>
          {stopped === 'not-allowed' ? <Button small kind='plain' onTap={onExport}>{c('exportText')}</Button> : ended(stopped) ? <Button small kind='plain' onTap={() => signInAgain(eventId)}>{c('signInAgain')}</Button> : <Button small kind='plain' onTap={() => sender?.wake()}>{c('sendNow')}</Button>}
        </Box>
      )}
    </>
  )
}
