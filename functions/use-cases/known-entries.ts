import { createHash } from 'node:crypto'
import type { LedgerEntry } from '@shared/model/ledger'
import { entryKey } from '../store/ledger'

/** 72 bits of SHA-256 of an entry's key: nobody finds another entry with the same. */
const marks = 12
const markOf = (entry: LedgerEntry): string => createHash('sha256').update(entryKey('', entry).sk).digest('base64url').slice(0, marks)

/**
 * Names the entries a decision stands on, 12 characters each. Not by time: clocks of two functions differ, and a write can be on its way for seconds
 * after its `at`.
 */
export const nameEntries = (entries: readonly LedgerEntry[]): string => entries.map(markOf).sort().join('')

/** The entries that `known` names, and how many of those are not in the ledger any more. */
export const entriesNamed = (entries: readonly LedgerEntry[], known: string): { found: LedgerEntry[]; lost: number } => {
  const named = new Set(known.match(new RegExp(`.{${marks}}`, 'g')))
  const found = entries.filter((entry) => named.has(markOf(entry)))
  return { found, lost: named.size - found.length }
}
