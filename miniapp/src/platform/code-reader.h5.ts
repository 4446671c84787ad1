import { pickFiles } from './pick-files.h5'

type Picture = HTMLVideoElement | Blob
interface Detector { detect(picture: Picture): Promise<{ rawValue: string }[]> }
interface DetectorClass { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> }

/** The browser's own detector where it has one; else the library's, whose wasm comes from this app's own address, and only now. */
const openDetector = async (): Promise<Detector> => {
  const own = (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  if (own && (await own.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) return new own({ formats: ['qr_code'] })
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill')
  const wasm = new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url).href
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
  return new BarcodeDetector({ formats: ['qr_code'] })
}

let opened: Promise<Detector> | undefined

/** The detector, made once; where it could not be fetched, the next one asks again. */
export const openReader = (): Promise<Detector> => {
  opened ??= openDetector().catch((error) => {
    opened = undefined
    throw error
  })
  return opened
}

/** The text of the code in a picture or in what the camera sees now; undefined where there is none. */
export const readCode = async (picture: Picture): Promise<string | undefined> => {
  try {
    return (await (await openReader()).detect(picture))[0]?.rawValue
  } catch {
    return undefined
  }
}

/** A picture taken now or chosen. */
export const pickPicture = async (): Promise<File | undefined> => (await pickFiles('image/*'))[0]
