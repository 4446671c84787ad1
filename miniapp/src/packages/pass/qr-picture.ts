import { encode } from 'uqr'

/** The dark squares as strokes one unit high: along a row by relative moves, from the last row upwards, so that a minus parts every two numbers. */
const strokesOf = (isDark: (row: number, column: number) => boolean, size: number): string => {
  let path = `M0-.5`
  for (let row = size - 1; row >= 0; row--) {
    path += `m0-${row === size - 1 ? 0 : 1}`
    let at = 0
    for (let column = 0; column < size; column++) {
      if (!isDark(row, column)) continue
      const from = column
      while (column + 1 < size && isDark(row, column + 1)) column++
      path += `m${from - at}-0h${column + 1 - from}`
      at = column + 1
    }
    path += `m-${at}-0`
  }
  return path
}

/** A QR code as an SVG picture: one node for WeChat however many squares it has, and about 4 kB. */
export const qrPicture = (text: string): string => {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = strokesOf((row, column) => data[row]?.[column] ?? false, size)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 -${size + 3} ${size + 6} ${size + 6}" shape-rendering="crispEdges"><rect x="-3" y="-${size + 3}" width="${size + 6}" height="${size + 6}" fill="#fff"/><path stroke="#000" d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
