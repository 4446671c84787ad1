import { countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import { procedureInForce } from '../core/procedure-in-force'
import type { UseCase } from '../http/app'
import { putAttachment } from '../store/attachments'
import { readMe } from '../store/people'
import { readProcedures } from '../store/procedure'
import { instantOf } from './context'
import { policyAt } from './read-person'
import { quarantineFileKey } from './show-attachment'

const minutes = 10

/** A place for the scan of a member's stamped form, under a key the server chose, where nobody can read it. The same id again gives a fresh form for the same place. */
export const startAttachment: UseCase<'startAttachment'> = async (context, { personId, id, contentType, bytes }, { actor }) => {
  if (personId === actor.personId) return refuse('own-application')
  const me = await readMe(context.table, personId, true)
  if (me?.branch === undefined) return refuse('not-found')
  const now = context.now()
  const [versions, { ruleSet: { timeZone } }] = await Promise.all([readProcedures(context.table, countyOf(me.branch)), policyAt(context, me.branch, now)])
  const { mostBytes } = procedureInForce(versions, localDateIn(timeZone, now), now).content.filing
  if (bytes > mostBytes) return { refused: 'invalid-input', errors: [{ path: 'bytes', code: 'too-large', message: `At most ${mostBytes} bytes` }], detail: { mostBytes } }
  const result = await putAttachment(context.table, personId, { fileId: id, kind: 'scan', contentType, bytes, at: instantOf(now), by: actor.personId })
  if (!result.put) {
    const { held } = result
    // One that was looked at already is not put in the place of another.
    if (held.by !== actor.personId || held.bytes !== bytes || held.sha256 !== undefined || held.refusedBecause !== undefined) return refuse('id-reused')
  }
  return { fileId: id, ...(await context.files.presignUpload(quarantineFileKey(personId, id), contentType, bytes)), expiresAt: instantOf(now + minutes * 60_000) }
}
