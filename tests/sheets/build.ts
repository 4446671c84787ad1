import { crc32, deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { unpackZip } from '../../functions/sheets/unpack-zip'

/** A workbook made by `fill`, as bytes. */
export const workbook = async (fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('名单'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

interface Entry { name: string; content: Buffer; deflated?: boolean; flags?: number; claims?: number }

/** A zip of these entries; `claims` is the size it says they unpack to. */
export const zip = (entries: Entry[]): Buffer => {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const { name, content, deflated = false, flags = 0, claims = content.length } of entries) {
    const [title, packed] = [Buffer.from(name), deflated ? deflateRawSync(content) : content]
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(deflated ? 8 : 0, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims, 18)
    common.writeUInt16LE(title.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), common, tail, title)
    files.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, title, packed)
    offset += 30 + title.length + packed.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}

/** The workbook with one part changed as text, and further entries. */
export const edited = (bytes: Buffer, part: string, change: (xml: string) => string, more: Entry[] = []): Buffer => {
  const entries = unpackZip(bytes)
  if (typeof entries === 'string') throw new Error(entries)
  return zip([...[...entries].map(([name, content]) => ({ name, content: name === part ? Buffer.from(change(content.toString('utf8'))) : content })), ...more])
}
