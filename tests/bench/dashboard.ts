import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { addRollUps, rollUpMembers } from '../../functions/core/roll-up'
import { progressRoutes } from '../../functions/http/routes/progress'
import { keys } from '../../functions/store/keys'
import { refoldRollUp } from '../../functions/store/roll-ups'
import { writeAll } from '../../functions/store/table'
import { eachOf } from '../../functions/use-cases/each-of'
import { apiOf } from '../support/api'
import { smallWorld, testContext } from '../support/context'
import { meterClient, resetMeter } from './meter'

const branch = 'wangcang.s01.b01'

/** Row 3: what a school's dashboard reads while the roster of its branch grows from 60 to 60 000. Were a member read for it, it would show. */
export const benchDashboard = async (): Promise<{ few: number; many: number; growth: number }> => {
  const context = await testContext()
  await smallWorld(context)
  const orgs = await context.orgs('wangcang')
  Object.assign(context, { orgs: async () => orgs })
  const call = apiOf(context, progressRoutes)
  const meter = meterClient(context.table.doc as unknown as DynamoDBClient)
  const readWith = async (from: number, members: number): Promise<number> => {
    const batches = Array.from({ length: Math.ceil((members - from) / 25) }, (_, i) => from + i * 25)
    await eachOf(batches, 16, (first) => writeAll(context.table, Array.from({ length: Math.min(25, members - first) }, (_, i) => ({ ...keys.member(branch, `p-${first + i}`), personId: `p-${first + i}`, name: `学生${first + i}` }))))
    const rollUp = rollUpMembers(defaultRuleSet, new Array(members).fill({}))
    await refoldRollUp(context.table, branch, async () => rollUp)
    await refoldRollUp(context.table, 'wangcang.s01', async () => addRollUps([rollUp]))
    resetMeter(meter)
    const answer = await call('w-school', 'GET', '/v1/dashboard?org=wangcang.s01')
    if (answer.body.rollUp?.members !== members) throw new Error(`Not the dashboard of ${members}: ${JSON.stringify(answer)}`)
    // `call` reads the account once, consistently, to make the token.
    return meter.readUnits - 1
  }
  const few = await readWith(0, 60)
  const many = await readWith(60, 60_000)
  await context.close()
  return { few, many, growth: Math.log(many / few) / Math.log(1000) }
}
