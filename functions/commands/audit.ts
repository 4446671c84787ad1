import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type AuditFault, type AuditFits, fitsAfter, isFault, verifyAudit } from '../core/verify-audit'
import { root } from '../local/root'
import { auditVerifier } from '../signing/audit-verifier'

/**
 * `npm run audit -- export.ndjson --key public.pem`: verifies an export of applications' trails with the public key alone: no network, no table. `--against
 * older.ndjson`: and that it goes on from an older one. `--public-key` (`--public-key https://…` of a deployed API) prints the key. Exits with 0 where all
 * fits, with 1 where something does not, with 2 where there is nothing to verify.
 */
const words: Record<AuditFault['why'], string> = {
  'not-canonical': 'the line is not written as an export writes it', 'unknown-line': 'the line is none of an export', altered: 'the entry was altered: it does not have its hash', removed: 'an entry is missing here', reordered: 'it is not in its place', foreign: 'it does not belong here',
  'cut-off': 'the chain was cut off: there were more entries', added: 'there are more entries than were signed', recomputed: 'the chain was made anew: the key never signed it so', 'other-key': 'it was signed with another key', 'head-altered': 'the signed head was altered',
  'no-manifest': 'the file was cut off: its signed last line is missing', 'manifest-altered': 'the signed last line was altered', 'not-as-signed': 'the file is not the one that was signed', trailing: 'there is something after the end',
  'gone-since': 'the application was in the older export and is no longer (was its member moved to another organisation?)', 'shorter-than-before': 'the chain has fewer entries than in the older export', 'other-than-before': 'the entry is another one than in the older export', 'not-later': 'the older export is the later one', 'of-another-organisation': 'the older export is of an organisation that this one does not cover',
}
const usage = 'npm run audit -- export.ndjson --key public.pem [--against older.ndjson]\nnpm run audit -- --public-key [https://api…]   prints the public key of the local stage, or of a deployed one'

const end = (code: number, text: string): never => {
  ;(code === 0 ? console.log : console.error)(text)
  process.exit(code)
}
const attempt = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    return end(2, error instanceof Error ? error.message : String(error))
  }
}

const printPublicKey = async (url: string | undefined): Promise<never> => {
  if (url === undefined) {
    const file = join(process.env.STAGE_FOLDER ?? join(root, '.local', 'stage'), 'audit-key.pem')
    if (!existsSync(file)) return end(2, 'There is no local stage yet: npm start makes one.')
    return end(0, createPublicKey(readFileSync(file, 'utf8')).export({ type: 'spki', format: 'pem' }).toString().trimEnd())
  }
  const answer = await fetch(new URL('/v1/audit-key', url)).catch(() => undefined)
  if (!answer?.ok) return end(2, `${url} gave no key`)
  return end(0, ((await answer.json()) as { publicKey: string }).publicKey.trimEnd())
}

const { values, positionals } = attempt(() => parseArgs({ allowPositionals: true, options: { key: { type: 'string' }, against: { type: 'string' }, 'public-key': { type: 'boolean' } } }))
if (values['public-key']) await printPublicKey(positionals[0])
const [file, ...more] = positionals
if (file === undefined || more.length || values.key === undefined) end(2, usage)

const verifier = attempt(() => auditVerifier(readFileSync(values.key as string, 'utf8')))
const told = (name: string, { line, application, seq, why }: AuditFault): string =>
  `${name} does not fit${line > 0 ? `, line ${line}` : ''}${application === undefined ? '' : `, application ${application}`}${seq === undefined ? '' : `, entry ${seq}`}: ${words[why]} (${why})`
const verified = (name: string): AuditFits => {
  const verdict = verifyAudit(attempt(() => readFileSync(name)), verifier)
  return isFault(verdict) ? end(1, told(name, verdict)) : verdict
}
const later = verified(file as string)
if (values.against !== undefined) {
  const fault = fitsAfter(later, verified(values.against))
  if (fault) end(1, told(file as string, fault))
}
end(0, `${file} fits: ${later.applications} applications, ${later.entries} entries of ${later.org}, signed by key ${verifier.keyId} at ${later.at}${values.against === undefined ? '' : `; it goes on from ${values.against}`}`)
