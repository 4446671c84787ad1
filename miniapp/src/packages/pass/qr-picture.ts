import UQRCode from 'uqrcodejs'

/** A QR code as an SVG picture: one node for WeChat however many squares it has. */
export const qrPicture = (text: string): string => {
  const code = new UQRCode()
  code.data = text
  code.errorCorrectLevel = UQRCode.errorCorrectLevel.M
  code.make()
  const size = code.moduleCount
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) if (code.modules[row]?.[column]?.isBlack) path += `M${column} ${row}h1v1h-1z`
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 -3 ${size + 6} ${size + 6}" shape-rendering="crispEdges"><rect x="-3" y="-3" width="${size + 6}" height="${size + 6}" fill="#fff"/><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
