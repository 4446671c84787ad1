import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { root } from '../local/root'

/** Pages of the staff's package that a manager may need with no network; the rest of that package is not kept. */
const scannerPages = ['home', 'events', 'check-in'].map((page) => `packages/staff/${page}/index`)

export interface PageFiles { app: string[]; pages: Record<string, string[]> }
export interface Kept {
  /** Every page that is not the staff's, with what it loads. */
  everyone: string[]
  /** What else the scanner needs, its decoder above all. */
  scanner: string[]
}

/** What the service worker keeps of a build. Throws where a page of the scanner is not in it. */
export const keptOf = ({ app, pages }: PageFiles): Kept => {
  const everyone = [...new Set([...app, ...Object.entries(pages).flatMap(([page, files]) => (page.startsWith('packages/staff/') ? [] : files))])]
  const scanner = scannerPages.flatMap((page) => {
    const files = pages[page]
    if (!files) throw new Error(`The scanner’s page ${page} is not in the build`)
    return files
  })
  return { everyone, scanner: [...new Set(scanner)].filter((file) => !everyone.includes(file)) }
}

/** Writes the service worker of an H5 build, `sw.js` beside its page. */
export const buildWorker = async (built: string): Promise<void> => {
  const noted = `${built}/page-files.json`
  const { everyone, scanner } = keptOf(JSON.parse(readFileSync(noted, 'utf8')) as PageFiles)
  rmSync(noted)
  const page = createHash('sha256').update(readFileSync(`${built}/index.html`)).digest('hex').slice(0, 16)
  const entries = [{ url: '/index.html', revision: page }, ...everyone.map((file) => ({ url: `/${file}`, revision: null }))]
  await build({
    entryPoints: [`${root}miniapp/src/worker/service-worker.ts`], outfile: `${built}/sw.js`, bundle: true, minify: true, format: 'iife', target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"', keptByEveryone: JSON.stringify(entries), keptForScanner: JSON.stringify(scanner.map((file) => `/${file}`)) },
  })
}
