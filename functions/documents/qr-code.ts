import { encode } from 'uqr'

/** Draws a QR code of `text` with its quiet zone into a square of `size` points: one rectangle for each run of dark squares in a row. */
export const drawQrCode = (doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void => {
  const code = encode(text, { ecc: 'M', border: 0 })
  const unit = size / (code.size + 8)
  const dark = (row: number, column: number) => code.data[row]?.[column] ?? false
  for (let row = 0; row < code.size; row++) {
    for (let column = 0; column < code.size; column++) {
      if (!dark(row, column)) continue
      const from = column
      while (dark(row, column + 1)) column++
      doc.rect(x + (from + 4) * unit, y + (row + 4) * unit, (column + 1 - from) * unit, unit)
    }
  }
  doc.fill('#000000')
}
