import UQRCode from 'uqrcodejs'

/** Draws a QR code of `text` with its quiet zone into a square of `size` points: one rectangle for each run of dark squares in a row. */
export const drawQrCode = (doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void => {
  const code = new UQRCode()
  code.data = text
  code.errorCorrectLevel = UQRCode.errorCorrectLevel.M
  code.make()
  const unit = size / (code.moduleCount + 8)
  const dark = (row: number, column: number) => code.modules[row]?.[column]?.isBlack ?? false
  for (let row = 0; row < code.moduleCount; row++) {
    for (let column = 0; column < code.moduleCount; column++) {
      if (!dark(row, column)) continue
      const from = column
      while (dark(row, column + 1)) column++
      doc.rect(x + (from + 4) * unit, y + (row + 4) * unit, (column + 1 - from) * unit, unit)
    }
  }
  doc.fill('#000000')
}
