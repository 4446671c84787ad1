import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../functions/local/root'
import { weappBuild } from '../weapp/build'
import { sizesOf } from '../weapp/sizes'
import { benchEvaluate } from './evaluate'
import { benchHotPaths } from './hot-paths'

/** Figures beside their goals. A bench is no test: nothing here fails. */
interface Row {
  row: number
  figure: string
  measured: string
  goal: string
}
const taroHello = 303_656
const two = (n: number) => n.toFixed(2)

const hot = await benchHotPaths()
const rows: Row[] = [
  { row: 1, figure: 'write units a check-in, burst of 3 000 (lone one)', measured: `${hot.unitsPerCheckIn.toFixed(3)} (${hot.unitsPerLoneCheckIn})`, goal: '≤ 2.1' },
  { row: 1, figure: 'write units a duplicate; transactions in the burst', measured: `${two(hot.unitsPerDuplicate)}; ${hot.transactions}`, goal: '≤ 1; 0' },
  { row: 2, figure: 'home screen: read units, calls; growth 10 → 10 000 records', measured: `${hot.home.readUnits}, ${hot.home.calls}; ${hot.home.growth.toFixed(3)}`, goal: '0.5, 1; ≤ 0.02' },
]
const core = join(root, 'dist/aws/api-core.zip')
/** What the one file of an artifact unpacks to, by the zip's central directory. */
const unpacked = (zip: Buffer): number => zip.readUInt32LE(zip.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24)
rows.push({ row: 6, figure: 'api-core, bytes of the bundle (zipped)', measured: existsSync(core) ? `${unpacked(readFileSync(core))} (${statSync(core).size})` : 'npm run package first', goal: '≤ 430 080' })
if (existsSync(weappBuild)) {
  const { main, all } = sizesOf(weappBuild)
  rows.push({ row: 7, figure: 'WeChat main package; all packages ÷ hello-world', measured: `${two(main / taroHello)}; ${two(all / taroHello)}`, goal: '≤ 1.3; ≤ 3.0' })
} else rows.push({ row: 7, figure: 'WeChat packages', measured: 'npm run build:weapp first', goal: '≤ 1.3; ≤ 3.0' })
const evaluated = await benchEvaluate()
rows.push(
  { row: 10, figure: 'evaluate ÷ JSON.parse + JSON.stringify', measured: two(evaluated.ratio), goal: '≥ 0.25' },
  { row: 10, figure: 'its peak memory at 10⁴ and 10⁵ lines, MB', measured: `${Math.round(evaluated.peakKbAt1e4 / 1024)} and ${Math.round(evaluated.peakKbAt1e5 / 1024)}`, goal: 'the same' },
)
console.table(rows)
console.log('Not measured yet: rows 5, 6 (cold CPU) and 9.')
mkdirSync(join(root, 'bench'), { recursive: true })
writeFileSync(join(root, 'bench/results.json'), `${JSON.stringify(rows, null, 2)}\n`)
