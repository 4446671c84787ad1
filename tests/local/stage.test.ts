import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, isFree } from '../../functions/local/ports'
import { type LocalStage, startStage } from '../../functions/local/stage'
import { getItem, putItem } from '../../functions/store/table'

describe('the whole stage, with a data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingcheng-stage-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('keeps what it was filled with and what came after, serves the API, and leaves nothing behind', async () => {
    const apiPort = await freePort()
    const filled = { pk: 'DEMO', sk: 'filled', n: 1 }
    const later = { pk: 'DEMO', sk: 'later', n: 2 }
    const first = await startStage({ folder, apiPort, seed: ({ table }) => putItem(table, filled) })
    expect((await fetch(`${first.api}/healthz`)).status).toBe(200)
    await putItem(first.table, later)
    await first.stop()
    expect(await isFree(apiPort)).toBe(true)
    expect(existsSync(`/dev/shm/qingcheng-${createHash('sha256').update(join(folder, 'dynamodb')).digest('hex').slice(0, 12)}`)).toBe(false)

    const second: LocalStage = await startStage({ folder, apiPort })
    expect(await getItem(second.table, { pk: 'DEMO', sk: 'filled' })).toEqual(filled)
    expect(await getItem(second.table, { pk: 'DEMO', sk: 'later' })).toEqual(later)
    await second.stop()
  }, 60_000)
})
