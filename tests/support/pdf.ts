import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

interface Glyph {
  originalCharCode: number
  unicode: string
  isInFont: boolean
}
export interface PdfPage {
  /** Pieces of text as they were drawn. */
  pieces: string[]
  text: string
  glyphs: Glyph[]
  /** Where its links lead. */
  links: string[]
}

/** What a reader's program makes of a PDF: the text that can be selected, each glyph that is drawn, and links. */
export const readPdf = async (bytes: Uint8Array): Promise<PdfPage[]> => {
  const { OPS } = await getResolvedPDFJS()
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const pages: PdfPage[] = []
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n)
    const { items } = await page.getTextContent()
    const { fnArray, argsArray } = await page.getOperatorList()
    const glyphs = fnArray.flatMap((fn, i) => (fn === OPS.showText ? (argsArray[i][0] as (Glyph | number)[]).filter((glyph): glyph is Glyph => typeof glyph === 'object') : []))
    const pieces = items.flatMap((item) => ('str' in item && item.str !== '' ? [item.str] : []))
    const links = (await page.getAnnotations()).flatMap(({ url }) => (url ? [String(url)] : []))
    pages.push({ pieces, text: pieces.join(''), glyphs, links })
  }
  return pages
}
