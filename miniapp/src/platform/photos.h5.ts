import type { ChosenPhoto } from './photos'
import { pickFiles } from './pick-files.h5'

export type { ChosenPhoto }

const longestSide = 1600

/** Re-drawn on a canvas: at most 1600 px, JPEG, so that a phone's 8 MB photo uploads as a few hundred KB and carries no location. */
const compress = async (file: File): Promise<ChosenPhoto | undefined> => {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.82))
    return blob ? { preview: canvas.toDataURL('image/jpeg', 0.6), bytes: blob.size, contentType: 'image/jpeg', file: blob } : undefined
  } catch {
    return undefined
  }
}

export const choosePhotos = async (atMost: number): Promise<ChosenPhoto[]> => {
  const files = await pickFiles('image/*', atMost > 1)
  return (await Promise.all(files.slice(0, atMost).map(compress))).filter((photo) => photo !== undefined)
}

export const uploadPhoto = (photo: Pick<ChosenPhoto, 'file'>, url: string, fields: Record<string, string>, onProgress: (percent: number) => void): Promise<boolean> =>
  new Promise((resolve) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', photo.file)
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.upload.onprogress = (e) => onProgress(Math.round((e.loaded / e.total) * 100))
    request.onload = () => resolve(request.status >= 200 && request.status < 300)
    request.onerror = () => resolve(false)
    request.send(form)
  })

/** In the browser the photo opens in its own tab; the pages show a viewer of their own where they can. */
export const viewPhotos = (urls: string[], at: number): void => void window.open(urls[at] ?? urls[0], '_blank', 'noopener')

/** In the browser the preview itself is kept: a data address small enough for local storage. */
export const keepPhoto = async (photo: ChosenPhoto, _id: string): Promise<string | undefined> => photo.preview
export const keptPhoto = (preview: string, _bytes: number): ChosenPhoto => {
  const bytes = Uint8Array.from(atob(preview.slice(preview.indexOf(',') + 1)), (c) => c.charCodeAt(0))
  return { preview, bytes: bytes.length, contentType: 'image/jpeg', file: new Blob([bytes], { type: 'image/jpeg' }) }
}
