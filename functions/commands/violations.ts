import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../local/root'
import { actWords, violationWords } from '../exports/violation-words'
import { keySigner } from '../signing/key-signer'
import { checkBranches } from '../use-cases/check-violations'
import { openCommandTable } from './command-table'

/**
 * `npm run violations`: re-runs the admission procedure over every archived application of a county and prints what did not hold; fails where anything did
 * not. `-- --org wangcang.s01` for one organisation, `-- --filed` for those too that are filed and not archived yet, `-- --key public.pem` names the key that
 * heads of audit chains are verified with (the local stage has its own).
 */
const after = (name: string): string | undefined => {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
const org = after('--org') ?? 'wangcang'
const own = join(process.env.STAGE_FOLDER ?? join(root, '.local', 'stage'), 'audit-key.pem')
const named = after('--key')
const publicKey = named !== undefined ? readFileSync(named, 'utf8') : !process.env.TABLE_NAME && existsSync(own) ? await keySigner(readFileSync(own, 'utf8')).publicKey() : undefined
if (publicKey === undefined) console.error('No public key: that heads of audit chains are signed is not checked (--key public.pem).')

const { context, close } = await openCommandTable()
if (!(await context.orgs(org.split('.')[0] ?? org)).has(org)) {
  console.error(`There is no organisation ${org}.`)
  await close()
  process.exit(2)
}
const { items, checked, branches } = await checkBranches(context, org, process.argv.includes('--filed') ? 'filed' : 'archived', publicKey)
for (const { person, number, violations } of items) {
  console.log(`${person.name}  ${person.branchName ?? ''}  ${number ?? ''}`)
  for (const { code, act, date, key, found, asked } of violations) {
    const where = act === undefined ? '' : `${actWords[act] ?? act}${date === undefined ? '' : ` ${date}`}：`
    console.log(`  ${code.padEnd(22)} ${where}${violationWords[code]}${key === undefined ? '' : ` ${key}`}${found === undefined ? '' : `（${found}${asked === undefined ? '' : `，应 ${asked}`}）`}`)
  }
}
console.log(`${org}: ${branches.done} branches, ${checked} applications checked, ${items.length} with something that did not hold`)
if (items.length > 0) process.exitCode = 1
await close()
