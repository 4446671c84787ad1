import type { Input } from '@shared/contract/index'
import type { FieldError } from '@shared/model/refusal'
import { useState } from 'react'
import { useSend } from '@/api/use-send'
import type { DraftPhoto } from '@/features/submit-record/draft'
import { sendWhenSeen } from '../parts/send-when-seen'
import type { StaffKey } from '../text'

export type Faults = Partial<Record<'date' | 'photos', StaffKey>>

/** What is missing, by field. */
export const faultsOf = (date: string, photos: readonly DraftPhoto[]): Faults => ({
  ...(date === '' && { date: 'needLetterDate' }),
  ...(photos.length === 0 ? { photos: 'needLetterPhotos' } : photos.some(({ uploaded }) => !uploaded) && { photos: 'letterUploading' }),
})

const words: Record<string, StaffKey> = { 'in-future': 'letterInFuture', 'age-unmet': 'letterTooYoung', 'photo-refused': 'letterUnreadable', 'photo-missing': 'letterUnreadable' }

/** The server's faults, each at the field that shows it. */
export const faultsFrom = (errors: readonly FieldError[]): Faults =>
  Object.fromEntries(errors.map(({ path, code }) => [path === 'date' ? 'date' : 'photos', words[code] ?? 'fieldWrong']))

/** Sends the letter, with photos of it. */
export const useApplyFor = () => {
  const { send, sending, trouble } = useSend('applyFor')
  const [waiting, setWaiting] = useState(false)
  const sendReady = (input: Input<'applyFor'>) => sendWhenSeen(() => send(input), setWaiting)
  return { send: sendReady, sending: sending || waiting, waiting, trouble: waiting ? undefined : trouble }
}
