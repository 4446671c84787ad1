import { randomBytes } from 'node:crypto'
import { localDateIn } from '@shared/rules/local-date-in'
import { generateCounty } from '../demo/county'
import { itemsOf } from '../demo/items'
import { photoObjects } from '../demo/photo-items'
import { drawPictures } from '../demo/pictures'
import { putChainHead } from '../store/applications'
import { type Item, type Table, writeAll } from '../store/table'
import { attachmentKey } from '../use-cases/show-attachment'
import { rebuildProjections } from '../use-cases/rebuild-projections'
import { signHead } from '../use-cases/sign-head'
import type { Signer } from '../use-cases/context'
import { plainContext } from './plain-context'

/** Where the evidence pictures go: the private store. */
export interface DemoFiles {
  putObject(key: string, body: Uint8Array, contentType: string): Promise<void>
}
export interface SeedStage {
  table: Table
  files: DemoFiles
  /** Signs the heads of the applications' chains. */
  signer: Signer
  /** Epoch milliseconds: the county is made as of this instant's local date. */
  now: number
  /** Hears what is being done, and how much of how much. */
  onProgress?: (step: 'entries' | 'photos' | 'progress', done: number, all: number) => void
}

/** Runs `work` over all of `list`, so many at a time. */
const inLanes = async <T>(list: readonly T[], lanes: number, work: (one: T) => Promise<void>): Promise<void> => {
  let next = 0
  const lane = async () => {
    while (next < list.length) await work(list[next++] as T)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

const chunksOf = (items: Item[], size: number): Item[][] => Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))

/**
 * Writes the demo county into an empty table and store, then folds its projections with the same use-case that rebuilds them. Writing it twice
 * on one day changes nothing.
 */
export const seedDemoCounty = async ({ table, files, signer, now, onProgress = () => undefined }: SeedStage): Promise<{ items: number; photos: number; people: number }> => {
  const county = generateCounty(localDateIn('Asia/Shanghai', now), await drawPictures())
  const items = itemsOf(county)
  let done = 0
  await inLanes(chunksOf(items, 25), 12, async (chunk) => {
    await writeAll(table, chunk)
    onProgress('entries', (done += chunk.length), items.length)
  })
  await inLanes([...county.applications], 8, async ([personId, steps]) => {
    const lasts = new Map(steps.map((step) => [step.applicationId, step]))
    for (const last of lasts.values()) await putChainHead(table, personId, await signHead(signer, last))
  })
  for (const { personId, sha256, content } of county.papers) await files.putObject(attachmentKey(personId, sha256), content, 'application/pdf')
  const objects = county.photos.flatMap(photoObjects)
  done = 0
  await inLanes(objects, 8, async ({ key, body }) => {
    await files.putObject(key, body, 'image/jpeg')
    onProgress('photos', ++done, objects.length)
  })
  const context = plainContext(table, () => now, (bytes) => randomBytes(bytes))
  for (const { countyId } of county.policies) await rebuildProjections(context, countyId, { onProgress: (some, all) => onProgress('progress', some, all) })
  return { items: items.length, photos: county.photos.length, people: county.students.length }
}
