import { parseArgs } from 'node:util'
import { isRefusal, type Refusal } from '@shared/model/refusal'
import type { RoleStep } from '@shared/model/role-trail'
import { grantIdOf, openProposals } from '../core/role-grants'
import { countCountySecretaries, readRoleTail } from '../store/role-trail'
import { addCounty, appointFirst, codeFromOperator, replaceSecretaryCode } from '../use-cases/appoint-secretary'
import { decideGrant } from '../use-cases/decide-role-grant'
import { openCommandTable } from './command-table'

/** `npm run grant`: what only the operator does about roles. Everything it changes is in the county's trail, as the operator's. */
const usage = `npm run grant -- --county <id> --person <personId> | --name <name>   the first secretary of a county, once; --county-name <name> makes the county
npm run grant -- --approve <grantId>                                 the second approver, while the county has fewer than two secretaries
npm run grant -- --county <id> --code <personId>                     a new binding code for a county secretary, who is unbound first
npm run grant -- --county <id>                                       what waits for an approver
--why <words> goes into the trail. TABLE_NAME and the usual AWS settings name a deployed table; without it, the local stage.`

const text = { type: 'string' } as const
const read = () => {
  try {
    const { values } = parseArgs({ options: { county: text, 'county-name': text, person: text, name: text, approve: text, code: text, why: text } })
    const county = values.county ?? values.approve?.split('~', 1)[0]
    if (county === undefined || !/^[a-z0-9-]{1,40}$/.test(county) || (values.name !== undefined && !/^\S.{0,39}$/.test(values.name)) || (values.approve !== undefined && !/~[1-9]\d{0,5}$/.test(values.approve))) throw new Error('Name a county, a person of 40 letters at most, or a proposal as county~number')
    return { ...values, county }
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}

const { county, person, name, approve, code, why = 'operator', 'county-name': countyName } = read()
const { context, close } = await openCommandTable()

const words = ({ refused, errors, detail }: Refusal): string => {
  const faults = (errors ?? []).map(({ path, message }) => `${path}: ${message}`).join('; ')
  if (refused === 'role-held') return `${county} has had its first secretary${detail?.name === undefined ? '' : `, ${detail.name}`}: further ones are proposed and approved in the app`
  if (refused === 'not-allowed') return 'the county has two secretaries or more: one of them approves in the app'
  if (refused === 'grant-not-open') return `the proposal is ${detail?.state}`
  return `${refused}${faults && ` (${faults})`}`
}
const refused = (refusal: Refusal) => {
  console.error(`Refused: ${words(refusal)}`)
  process.exitCode = 1
}
const showCode = ({ code, expiresAt }: { code: string; expiresAt: string }) => console.log(`Binding code ${code}, valid until ${expiresAt}; running this again gives a new one`)
const tell = async (done: RoleStep | Refusal) => {
  if (isRefusal(done)) return refused(done)
  console.log(`${done.kind}: ${done.name} (${done.personId}), ${done.role} over ${done.scope}, step ${done.n} of the trail`)
  const issued = await codeFromOperator(context, done)
  if (issued) showCode(issued)
}
const list = async () => {
  const open = openProposals(await readRoleTail(context.table, county, context.now()), context.now())
  console.log(`${county}: ${await countCountySecretaries(context.table, county)} secretaries, ${open.length} proposals open`)
  for (const one of open) console.log(`${grantIdOf(one)}  ${one.name}, ${one.role} over ${one.scope}, by ${one.byName}: ${one.why}`)
}

if (countyName !== undefined) await addCounty(context, county, countyName)
if (approve !== undefined) await tell(await decideGrant(context, { grantId: approve, id: 'operator', to: 'approved', why }, undefined))
else if (person !== undefined || name !== undefined) await tell(await appointFirst(context, { county, personId: person, newPerson: name === undefined ? undefined : { name }, why }))
else if (code !== undefined) {
  const issued = await replaceSecretaryCode(context, county, code)
  if (isRefusal(issued)) refused(issued)
  else showCode(issued)
} else await list()
await close()
