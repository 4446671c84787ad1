import { createHash } from 'node:crypto'
import { getDocumentProxy } from 'unpdf'

/** A scanned form has a few pages; a file that claims thousands is none. */
const mostPages = 200
const header = Buffer.from('%PDF-')
const trailer = Buffer.from('%%EOF')

export type CheckedPdf = { sha256: string; pages: number } | { refusedBecause: 'not-a-pdf' | 'locked' | 'corrupt' | 'too-many-pages' }

/**
 * Whether bytes are a PDF that can be read whole: its header at the very beginning, its end, every page, and no password. What it holds stays as it is: the
 * scan of a stamped form is kept byte for byte.
 */
export const checkPdf = async (bytes: Uint8Array): Promise<CheckedPdf> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (!file.subarray(0, header.length).equals(header)) return { refusedBecause: 'not-a-pdf' }
  // Programs may write a little after the end.
  if (file.subarray(-2048).lastIndexOf(trailer) < 0) return { refusedBecause: 'corrupt' }
  try {
    // The library takes over the memory that it is given.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    try {
      const { numPages: pages } = document
      if (pages > mostPages) return { refusedBecause: 'too-many-pages' }
      for (let n = 1; n <= pages; n++) await document.getPage(n)
      return pages === 0 ? { refusedBecause: 'corrupt' } : { sha256: createHash('sha256').update(file).digest('hex'), pages }
    } finally {
      await document.destroy()
    }
  } catch (error) {
    return { refusedBecause: (error as Error).name === 'PasswordException' ? 'locked' : 'corrupt' }
  }
}
