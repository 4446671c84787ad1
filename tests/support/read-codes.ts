import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer } })

/** What the codes on a page say, in their order, read off a picture of each as a camera would. */
export const codesOf = async (page: Page, selector: string): Promise<string[]> => {
  const texts: string[] = []
  for (const one of await page.locator(selector).and(page.locator(':visible')).all()) {
    const [code] = await readBarcodes(new Uint8Array(await one.screenshot()), { formats: ['QRCode'] })
    texts.push(code?.text ?? '')
  }
  return texts
}
