import { Jimp } from 'jimp'

/** A drawn scene as the photos function would store it: a JPEG and its thumbnail. */
export interface Picture {
  jpeg: Uint8Array
  thumbnail: Uint8Array
}

type Colour = [number, number, number]
type Canvas = InstanceType<typeof Jimp>
/** Sky above, sky at the horizon, ground, main and accent colour. */
const palettes: readonly [Colour, Colour, Colour, Colour, Colour][] = [
  [[120, 178, 226], [222, 236, 246], [122, 168, 92], [196, 96, 72], [250, 214, 96]],
  [[86, 152, 208], [196, 226, 238], [198, 186, 150], [232, 236, 240], [96, 140, 72]],
  [[236, 222, 196], [246, 240, 226], [164, 120, 82], [112, 72, 48], [188, 60, 52]],
  [[168, 192, 210], [226, 232, 236], [112, 114, 118], [238, 238, 232], [206, 44, 44]],
  [[244, 196, 140], [252, 234, 206], [148, 154, 128], [112, 128, 152], [226, 108, 60]],
  [[252, 238, 210], [254, 248, 236], [206, 172, 128], [88, 136, 176], [232, 156, 60]],
  [[150, 200, 234], [232, 244, 250], [120, 92, 60], [58, 120, 62], [244, 224, 120]],
  [[110, 168, 214], [206, 228, 240], [150, 172, 132], [250, 250, 250], [232, 72, 56]],
  [[206, 216, 224], [240, 242, 244], [140, 140, 136], [44, 120, 80], [60, 90, 176]],
  [[232, 204, 168], [246, 232, 210], [170, 142, 108], [190, 46, 46], [60, 116, 140]],
  [[178, 206, 230], [244, 240, 236], [196, 178, 150], [214, 76, 96], [252, 210, 90]],
  [[124, 190, 230], [224, 240, 248], [92, 160, 70], [182, 74, 60], [250, 250, 244]],
]
const [width, height] = [480, 360]

const paint = (canvas: Canvas, x: number, y: number, [r, g, b]: Colour): void => {
  if (x < 0 || y < 0 || x >= width || y >= height) return
  const i = (Math.floor(y) * width + Math.floor(x)) * 4
  canvas.bitmap.data.set([r, g, b, 255], i)
}
const box = (canvas: Canvas, left: number, top: number, w: number, h: number, colour: Colour): void => {
  for (let y = top; y < top + h; y++) for (let x = left; x < left + w; x++) paint(canvas, x, y, colour)
}
const disc = (canvas: Canvas, cx: number, cy: number, r: number, colour: Colour): void => {
  for (let y = -r; y <= r; y++) for (let x = -r; x <= r; x++) if (x * x + y * y <= r * r) paint(canvas, cx + x, cy + y, colour)
}
const mix = (a: Colour, b: Colour, share: number): Colour => a.map((value, i) => Math.round(value + ((b[i] as number) - value) * share)) as Colour

/** A place with a building or trees and a row of people: enough to tell one picture from another in a review. */
const draw = (scene: number): Canvas => {
  const [high, low, ground, main, accent] = palettes[scene] as (typeof palettes)[number]
  const canvas = new Jimp({ width, height, color: 0xffffffff }) as Canvas
  const horizon = 190 + (scene % 4) * 14
  for (let y = 0; y < height; y++) box(canvas, 0, y, width, 1, y < horizon ? mix(high, low, y / horizon) : mix(ground, [40, 40, 40], (y - horizon) / 500))
  disc(canvas, 60 + ((scene * 97) % 360), 56, 24, mix(accent, [255, 255, 255], 0.3))
  const left = 40 + ((scene * 53) % 180)
  if (scene % 3 !== 1) {
    box(canvas, left, horizon - 96, 190, 110, main)
    box(canvas, left - 8, horizon - 108, 206, 14, mix(main, [0, 0, 0], 0.35))
    for (let i = 0; i < 4; i++) box(canvas, left + 16 + i * 44, horizon - 74, 24, 30, mix(low, [255, 255, 255], 0.5))
    box(canvas, left + 82, horizon - 30, 26, 44, mix(main, [0, 0, 0], 0.55))
  }
  for (let i = 0; i < 3 + (scene % 3); i++) {
    const x = 24 + ((i * 131 + scene * 71) % 430)
    box(canvas, x - 4, horizon - 30, 8, 46, [104, 76, 48])
    disc(canvas, x, horizon - 44, 24, mix([62, 128, 66], accent, 0.12 * i))
  }
  // People in red volunteers' waistcoats.
  for (let i = 0; i < 3 + (scene % 4); i++) {
    const [x, y] = [70 + ((i * 89 + scene * 37) % 340), horizon + 66 + (i % 2) * 26]
    box(canvas, x - 11, y + 24, 9, 34, [52, 60, 88])
    box(canvas, x + 2, y + 24, 9, 34, [52, 60, 88])
    box(canvas, x - 15, y - 14, 30, 40, i % 3 === 2 ? accent : [204, 40, 44])
    disc(canvas, x, y - 26, 13, [236, 196, 164])
    box(canvas, x - 13, y - 40, 26, 10, [44, 36, 34])
  }
  return canvas
}

const pictureOf = async (scene: number): Promise<Picture> => {
  const canvas = draw(scene)
  const jpeg = Uint8Array.from(await canvas.getBuffer('image/jpeg', { quality: 72 }))
  canvas.resize({ w: 240 })
  return { jpeg, thumbnail: Uint8Array.from(await canvas.getBuffer('image/jpeg', { quality: 70 })) }
}

/** Draws the first `count` scenes, all unless said; the same bytes each time. About 0.1 s a scene. */
export const drawPictures = async (count = palettes.length): Promise<Picture[]> => {
  const pictures: Picture[] = []
  for (let scene = 0; scene < count; scene++) pictures.push(await pictureOf(scene))
  return pictures
}
