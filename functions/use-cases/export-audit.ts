import { localDateIn } from '@shared/rules/local-date-in'
import { countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { type AuditChain, auditBody, manifestLine, manifestMessage, manifestOf } from '../core/audit-export'
import type { UseCase } from '../http/app'
import { readApplicationSteps, readChainHeads } from '../store/applications'
import { readMembers } from '../store/members'
import { branchesBelow } from './branches-below'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { orgName } from './show-person'

/** Members read at a time. */
const width = 16
/** An answer holds 6 MB, as base64; a larger county is exported school by school. */
const bytesAtMost = 4_000_000

/** A person's chains, each up to its head: what comes in between the two reads is left for the next export. */
const chainsOf = async (context: Context, personId: string): Promise<AuditChain[]> => {
  const heads = await readChainHeads(context.table, personId)
  const steps = await readApplicationSteps(context.table, personId)
  const ids = new Set([...heads.map(({ applicationId }) => applicationId), ...steps.map(({ applicationId }) => applicationId)])
  return [...ids].flatMap((id) => {
    const head = heads.find(({ applicationId }) => applicationId === id)
    const own = steps.filter(({ applicationId }) => applicationId === id)
    // A letter that came after the heads were read has none yet; a chain of more than one entry without a head was robbed of it, and goes in as it is.
    if (!head && own.length < 2) return []
    return [{ head, steps: head ? own.filter(({ seq }) => seq <= head.count) : own }]
  })
}

/** The trails of an organisation's applications, for whoever holds the public key to verify without us (functions/core/verify-audit.ts). Names nobody: it has ids, dates and tallies, and of all words a salted hash. */
export const exportAudit: UseCase<'exportAudit'> = async (context, { org }) => {
  if (!(await context.orgs(countyOf(org))).has(org)) return refuse('not-found')
  const members = (await eachOf(await branchesBelow(context, org), width, (branch) => readMembers(context.table, branch))).flat()
  const chains = (await eachOf(members, width, ({ personId }) => chainsOf(context, personId))).flat()
  const body = auditBody(chains)
  const at = instantOf(context.now())
  const manifest = manifestOf(org, at, chains, body)
  const content = Buffer.from(body + manifestLine({ ...manifest, ...(await context.signer.sign(manifestMessage(manifest))) }))
  if (content.length > bytesAtMost) return refuse('too-large', { mostBytes: bytesAtMost })
  return {
    fileName: `审计-${(await orgName(context, org)).replaceAll(/[\\/:*?"<>|\s]+/g, ' ')}-${localDateIn('Asia/Shanghai', context.now())}.ndjson`, contentType: 'application/x-ndjson',
    content: content.toString('base64'), rows: manifest.entries,
  }
}

/** What verifies exports and heads: public, as its name says. */
export const showAuditKey: UseCase<'showAuditKey'> = async (context) => ({ publicKey: await context.signer.publicKey() })
