import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { root } from '../../functions/local/root'

/** PDF.js as the library that the tests read PDFs with brings it, with its worker inside. */
const program = join(dirname(createRequire(import.meta.url).resolve('unpdf')), 'pdfjs.mjs')
const reader = 'http://pdf.test/'
const folder = join(root, '.local/screenshots')

export interface PagePicture {
  /** Pixels that are not white. */
  inked: number
  /** Those of them that are less than 5 mm from an edge of the paper. */
  atEdge: number
}

/** Draws each page of a PDF as a reader's program does, and keeps its picture, to be looked at: .local/screenshots/pdf-<name>-<n>.png. */
export const pictureOfPages = async (browser: Browser, bytes: Uint8Array, name: string): Promise<PagePicture[]> => {
  mkdirSync(folder, { recursive: true })
  const page = await browser.newPage()
  await page.route(`${reader}**`, (route) => route.request().url().endsWith('.mjs')
    ? route.fulfill({ path: program, contentType: 'text/javascript' })
    : route.fulfill({ contentType: 'text/html', body: '<!doctype html><script type="module">import * as pdf from "/pdfjs.mjs"; globalThis.pdf = pdf</script>' }))
  await page.goto(reader)
  await page.waitForFunction('globalThis.pdf')
  const drawn = await page.evaluate(async (base64) => {
    const { getDocument } = (globalThis as unknown as { pdf: typeof import('unpdf/pdfjs') }).pdf
    const pdf = await getDocument({ data: Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)) }).promise
    const pages: { inked: number; atEdge: number; picture: string }[] = []
    for (let n = 1; n <= pdf.numPages; n++) {
      const one = await pdf.getPage(n)
      const viewport = one.getViewport({ scale: 2 })
      const canvas = document.createElement('canvas')
      const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)]
      Object.assign(canvas, { width, height })
      const canvasContext = canvas.getContext('2d') as CanvasRenderingContext2D
      await one.render({ canvas, canvasContext, viewport }).promise
      const { data } = canvasContext.getImageData(0, 0, width, height)
      const edge = (5 / 25.4) * 72 * viewport.scale
      const outside = (at: number, size: number) => at < edge || at >= size - edge
      const found = { inked: 0, atEdge: 0 }
      for (let i = 0; i < data.length; i += 4) {
        if (Math.min(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0) > 250) continue
        const pixel = i / 4
        found.inked++
        if (outside(pixel % width, width) || outside(Math.floor(pixel / width), height)) found.atEdge++
      }
      pages.push({ ...found, picture: canvas.toDataURL('image/png') })
    }
    return pages
  }, Buffer.from(bytes).toString('base64'))
  await page.close()
  for (const [i, { picture }] of drawn.entries()) writeFileSync(join(folder, `pdf-${name}-${i + 1}.png`), Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64'))
  return drawn.map(({ inked, atEdge }) => ({ inked, atEdge }))
}
