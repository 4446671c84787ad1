import type { RefusalCode } from '@shared/model/refusal'
import type { Signal } from '@/platform/signal'
import { troubleWords } from '@/text'
import type { KeptScan } from '../parts/scan-queue'
import { s } from '../text'
import { c } from './text'

/** How a scan shows: its colour, mark and words. `look` is for a person to look at, `known` changes nothing. */
export interface Shown { tone: 'good' | 'known' | 'look' | 'bad' | 'checking'; mark: string; word: string; why?: string | undefined; name?: string | undefined }

const refusal = (code: string | undefined): string | undefined => (code === undefined ? undefined : troubleWords(code as RefusalCode))
/** Of an accepted scan the code is a note; every other code is a refusal's. */
const note = (code: string | undefined): string | undefined => (code === 'no-entry-yet' || code === 'beyond-three-stays' ? s(code) : refusal(code))

const byServer = ({ verdict, scan }: KeptScan): Shown | undefined => {
  if (!verdict) return undefined
  const { code } = verdict
  if (verdict.verdict === 'accepted') return { tone: 'good', mark: '✓', word: s(`accepted_${scan.direction}`), why: note(code) }
  if (verdict.verdict === 'duplicate') return { tone: 'known', mark: '＝', word: s('duplicate'), why: note(code) }
  if (verdict.verdict === 'conflict') return { tone: 'look', mark: '？', word: s('conflict'), why: refusal(code) }
  return { tone: 'bad', mark: '✕', word: s('rejected'), why: refusal(code) }
}

const badWords = { 'not-a-pass': 'bad-not-a-pass', 'pass-of-another-event': 'bad-pass-of-another-event', 'pass-expired': 'bad-pass-expired', 'pass-invalid': 'bad-pass-invalid' } as const
const byPhone = ({ said: { kind, code } }: KeptScan): Shown => {
  if (kind === 'valid' || kind === 'listed') return { tone: 'good', mark: '✓', word: c(kind) }
  if (kind === 'here') return { tone: 'known', mark: '＝', word: c('here'), why: c('hereWhy') }
  if (kind === 'named') return { tone: 'look', mark: '？', word: c('named'), why: c('namedWhy') }
  if (kind === 'card') return { tone: 'look', mark: '？', word: c('card'), why: c('cardWhy') }
  if (kind === 'unknown') return { tone: 'look', mark: '？', word: c('unknown'), why: c('unknownWhy') }
  if (kind === 'unsure') return { tone: 'look', mark: '？', word: c('unknown'), why: c('unsureWhy', { why: refusal(code) ?? '' }) }
  return { tone: 'bad', mark: '✕', word: c(badWords[code as keyof typeof badWords] ?? 'bad-pass-invalid'), why: c('badWhy') }
}

export const shownAs = (one: KeptScan): Shown => {
  const name = one.verdict?.name ?? one.said.name ?? one.scan.name
  const { undo } = one
  if (undo?.done) return { tone: 'known', mark: '↶', word: c('undone'), name }
  if (undo && undo.refused === undefined) return { tone: 'known', mark: '↶', word: c('undoWaits'), name }
  const shown = one.aside === undefined ? (byServer(one) ?? byPhone(one)) : { tone: 'bad' as const, mark: '✕', word: c('aside'), why: c('asideWhy') }
  return { ...shown, name, ...(undo?.refused !== undefined && { why: c('undoFailed', { why: troubleWords(undo.refused) }) }) }
}

export const signalOf = ({ tone }: Shown): Signal => (tone === 'good' ? 'good' : tone === 'bad' ? 'bad' : 'look')
