import { encode } from 'uqr'

/** The dark and light squares of a QR code, by row. */
export const qrMatrix = (text: string): boolean[][] => encode(text, { ecc: 'M', border: 0 }).data

/**
 * In the page: a camera that sees this code, as a live picture; called again, what is held in front of it changes. It stands in for the hardware only; the stream, the video and the
 * decoder are the page's own.
 */
export const cameraOf = (matrix: boolean[][]): void => {
  const seen = window as { cameraSees?: boolean[][] }
  const open = seen.cameraSees !== undefined
  seen.cameraSees = matrix
  if (open) return
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 480
  const draw = () => {
    const context = canvas.getContext('2d')
    if (!context) return
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.fillStyle = '#000'
    const rows = seen.cameraSees ?? []
    // All of it, whatever the code says, with white around.
    const square = Math.floor(400 / rows.length)
    for (const [y, row] of rows.entries()) for (const [x, dark] of row.entries()) if (dark) context.fillRect(120 + x * square, 40 + y * square, square, square)
  }
  setInterval(draw, 100)
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia: async () => canvas.captureStream(10) } })
}
