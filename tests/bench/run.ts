import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startDatabase } from '../../functions/local/dynamodb'
import { root } from '../../functions/local/root'
import { weappBuild } from '../weapp/build'
import { sizesOf } from '../weapp/sizes'
import { assumptions, modelCost } from './cost'
import { benchBurst } from './burst'
import { benchDashboard } from './dashboard'
import { benchEvaluate } from './evaluate'
import { benchHotFunction } from './hot-function'
import { benchHotPaths } from './hot-paths'
import { benchLighthouse } from './lighthouse'
import { benchNationalEvent } from './national-event'

/** Figures beside their goals. A bench is no test: nothing here fails. */
interface Row {
  row: number
  figure: string
  measured: string
  goal: string
}
const rows: Row[] = []
const add = (row: number, figure: string, measured: string, goal: string): void => {
  rows.push({ row, figure, measured, goal })
  console.log(`${row}  ${figure}: ${measured} (${goal})`)
}
const taroHello = { weapp: 303_656, h5Gzip: 103_688 }
const two = (n: number) => n.toFixed(2)

/** On a DynamoDB Local of its own: one that holds 10⁵ items of another bench, deleted or not, is slow. */
const onFreshDatabase = async <T>(bench: () => Promise<T>): Promise<T> => {
  const database = await startDatabase()
  await database.ready
  process.env.TEST_DYNAMODB_ENDPOINT = database.endpoint
  const result = await bench()
  await database.stop()
  return result
}

const hot = await onFreshDatabase(benchHotPaths)
add(1, 'write units a check-in, burst of 3 000 (lone one)', `${hot.unitsPerCheckIn.toFixed(3)} (${hot.unitsPerLoneCheckIn})`, '≤ 2.1')
add(1, 'write units a duplicate; transactions in the burst', `${two(hot.unitsPerDuplicate)}; ${hot.transactions}`, '≤ 1; 0')
add(2, 'home screen: read units, calls; growth 10 → 10 000 records', `${hot.home.readUnits}, ${hot.home.calls}; ${hot.home.growth.toFixed(3)}`, '0.5, 1; ≤ 0.02')
const dashboard = await onFreshDatabase(benchDashboard)
add(3, 'dashboard: read units at 60 and 60 000 students; growth', `${dashboard.few} and ${dashboard.many}; ${dashboard.growth.toFixed(3)}`, '≤ 0.05')

const burst = await onFreshDatabase(benchBurst)
add(4, '3 000 members in 5 minutes past 4 scanners: lost; counted twice; transactions and their conflicts', `${burst.lost}; ${burst.countedTwice}; ${burst.transactions} and ${burst.conflicts} (${burst.scans} scans, ${burst.replayed} sent again, ${burst.uploads} uploads)`, '0; 0; 0')
add(4, 'the same: write units a member, telemetry and second scans included; of a scan sent again; of a second scan', `${burst.unitsPerCheckIn.toFixed(3)}; ${two(burst.unitsPerReplay)}; ${two(burst.unitsPerSecondScan)}`, '≤ 2.1; ≤ 1; ≤ 1')
add(4, 'the same: seconds from the last answer until progress and roll-ups are there', burst.settleSeconds.toFixed(1), '')
for (const { scenario, events, writeUnits, hottestKey, share } of benchNationalEvent()) add(4, `a million members, ${scenario} (${events}): hottest key’s share of write units`, `${(share * 100).toFixed(3)} % (${hottestKey}, of ${(writeUnits / 1e6).toFixed(2)} million)`, '≤ 2 %')

const { bytes, cold, checkIn } = await onFreshDatabase(benchHotFunction)
const { handler, sameOperations, withoutSession } = checkIn
add(5, 'check-in by pass ÷ the same get, BatchGet, query and put by the SDK, p50: wall; CPU', `${two(handler.wallMs / sameOperations.wallMs)} (${two(handler.wallMs)} ÷ ${two(sameOperations.wallMs)} ms); ${two(handler.cpuMs / sameOperations.cpuMs)} (${two(handler.cpuMs)} ÷ ${two(sameOperations.cpuMs)} ms)`, '≤ 1.10')
add(5, 'the same ÷ BatchGet, query and put alone, without the session’s read: wall; CPU', `${two(handler.wallMs / withoutSession.wallMs)}; ${two(handler.cpuMs / withoutSession.cpuMs)}`, '')
add(6, 'api-core, bytes of the bundle', `${bytes} (${two(bytes / 430_080)} of the goal)`, '≤ 430 080')
add(6, 'cold CPU of load and first read ÷ an empty handler, p50 of 20', `${two(cold.firstReadMs / cold.emptyMs)} (${two(cold.firstReadMs)} ÷ ${two(cold.emptyMs)} ms)`, '≤ 4.0')
add(6, 'the same to the whole first screen, three reads', two(cold.homeMs / cold.emptyMs), '')

const { main, all } = sizesOf(weappBuild)
add(7, 'WeChat main package; all packages ÷ hello-world', `${two(main / taroHello.weapp)}; ${two(all / taroHello.weapp)}`, '≤ 1.3; ≤ 3.0')

const routes = await benchLighthouse()
for (const { route, scores, short } of routes) add(9, `Lighthouse, ${route}: performance, accessibility, best practices`, `${scores.join(', ')}${short.length ? ` (${short.join(', ')})` : ''}`, '≥ 95, 100, 100')
const [first] = routes
if (first) add(9, 'JavaScript of the first route, gzip ÷ hello-world', `${two(first.gzipBytes / taroHello.h5Gzip)} (${first.gzipBytes})`, '≤ 1.5')

const evaluated = await benchEvaluate()
add(10, 'evaluate ÷ JSON.parse + JSON.stringify', two(evaluated.ratio), '≥ 0.25')
add(10, 'its peak memory at 10⁴ and 10⁵ lines, MB', `${Math.round(evaluated.peakKbAt1e4 / 1024)} and ${Math.round(evaluated.peakKbAt1e5 / 1024)}`, 'the same')

const cost = modelCost(hot)
add(11, `modelled cost of the database, ${assumptions.monthlyActives} actives, 6 actions a day (with the gateway)`, `$${cost.database.toFixed(3)} ($${two(cost.withGateway)})`, '≤ $0.10 a month')

console.table(rows)
console.log(`Row 11 assumes: ${JSON.stringify(assumptions)}`)
mkdirSync(join(root, 'bench'), { recursive: true })
writeFileSync(join(root, 'bench/results.json'), `${JSON.stringify(rows, null, 2)}\n`)
