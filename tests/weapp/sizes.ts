import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pagesOf } from './build'

const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile())

export interface Sizes {
  /** Bytes of everything outside a subpackage. WeChat's limit is 2 MB. */
  main: number
  /** Bytes by subpackage folder. WeChat's limit is 2 MB each. */
  subpackages: Record<string, number>
  /** Bytes of all packages. WeChat's limit is 30 MB. */
  all: number
}

/** What is uploaded, uncompressed: every file but the project's settings and the licence texts, which WeChat's upload leaves out. */
export const sizesOf = (build: string): Sizes => {
  const folders = [...new Set(pagesOf(build).flatMap(({ subpackage }) => subpackage ?? []))]
  const sizes: Sizes = { main: 0, subpackages: Object.fromEntries(folders.map((folder) => [folder, 0])), all: 0 }
  for (const path of filesIn(build)) {
    if (path === 'project.config.json' || path.endsWith('.LICENSE.txt')) continue
    const bytes = readFileSync(join(build, path)).length
    const folder = folders.find((one) => path.startsWith(`${one}/`))
    sizes.all += bytes
    if (folder === undefined) sizes.main += bytes
    else sizes.subpackages[folder] = (sizes.subpackages[folder] ?? 0) + bytes
  }
  return sizes
}
