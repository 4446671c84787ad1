import { Jimp, JimpMime } from 'jimp'

/** A JPEG such as a phone takes, of this size in pixels, no two alike. */
export const photoOf = async (width: number, height: number): Promise<Buffer> => {
  const picture = new Jimp({ width, height, color: 0x3a7d5cff })
  picture.composite(new Jimp({ width: Math.floor(width / 3), height: Math.floor(height / 2), color: ((Math.random() * 0xffffff) * 256 + 255) >>> 0 }), width / 4, height / 4)
  return picture.getBuffer(JimpMime.jpeg)
}
