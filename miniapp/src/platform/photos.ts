import Taro from '@tarojs/taro'

/** A chosen photo: a path in WeChat, a blob in the browser. `preview` can be shown. */
export interface ChosenPhoto { preview: string; bytes: number; contentType: 'image/jpeg' | 'image/png'; file: string | Blob }

/** Camera or album, compressed by WeChat. Nothing chosen: an empty list. */
export const choosePhotos = async (atMost: number): Promise<ChosenPhoto[]> => {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: atMost, mediaType: ['image'], sizeType: ['compressed'], sourceType: ['camera', 'album'] })
    return tempFiles.map((f) => ({ preview: f.tempFilePath, bytes: f.size, contentType: /\.png$/i.test(f.tempFilePath) ? 'image/png' : 'image/jpeg', file: f.tempFilePath }))
  } catch {
    return []
  }
}

/** Multipart POST of the presigned fields and the file. False: it did not arrive. */
export const uploadPhoto = (photo: Pick<ChosenPhoto, 'file'>, url: string, fields: Record<string, string>, onProgress: (percent: number) => void): Promise<boolean> =>
  new Promise((resolve) => {
    const task = Taro.uploadFile({ url, filePath: String(photo.file), name: 'file', formData: fields })
    task.progress((p) => onProgress(p.progress))
    task.then((r) => resolve(r.statusCode >= 200 && r.statusCode < 300), () => resolve(false))
  })

export const viewPhotos = (urls: string[], at: number): void => void Taro.previewImage({ urls, current: urls[at] ?? urls[0] ?? '' })

/** The paths WeChat gives last only while the app runs: a draft keeps them in its own folder. */
export const keepPhoto = async (photo: ChosenPhoto, id: string): Promise<string | undefined> => {
  const path = `${Taro.env.USER_DATA_PATH}/${id}.jpg`
  try {
    Taro.getFileSystemManager().copyFileSync(String(photo.file), path)
    return path
  } catch {
    return undefined
  }
}
export const keptPhoto = (path: string, bytes: number): ChosenPhoto => ({ preview: path, bytes, contentType: 'image/jpeg', file: path })
