import { inflateRawSync } from 'node:zlib'

/** A roster of 5 000 rows unpacks to some 5 MB. */
const unpackedAtMost = 24_000_000
const encrypted = 1

export type ZipFault = 'corrupt' | 'password' | 'too-large'

const entriesOf = (zip: Buffer): Map<string, Buffer> | ZipFault => {
  // The last mark of an end, as the workbook reader looks for it, and nothing around the directory: both read the same entries. No split or 64-bit zips.
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0 || zip.readUInt32LE(end + 4) !== 0 || zip.readUInt16LE(end + 8) === 0xffff || zip.readUInt16LE(end + 10) === 0xffff) return 'corrupt'
  let at = zip.readUInt32LE(end + 16)
  if (at + zip.readUInt32LE(end + 12) !== end) return 'corrupt'
  const entries = new Map<string, Buffer>()
  let left = unpackedAtMost
  for (; at < end && zip.toString('latin1', at, at + 4) === 'PK\u0001\u0002'; at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)) {
    if (zip.readUInt16LE(at + 8) & encrypted) return 'password'
    const [packed, local] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const raw = zip.subarray(start, start + packed)
    if (raw.length !== packed) return 'corrupt'
    // Stopped by what really comes out, whatever sizes the file claims.
    const content = zip.readUInt16LE(at + 10) === 0 ? raw : inflateRawSync(raw, { maxOutputLength: left })
    left -= content.length
    if (left <= 0) return 'too-large'
    entries.set(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)), content)
  }
  return entries
}

/** The entries of a zip by name, at most 24 MB in all. */
export const unpackZip = (zip: Buffer): Map<string, Buffer> | ZipFault => {
  try {
    return entriesOf(zip)
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'corrupt'
  }
}
