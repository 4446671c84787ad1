import { pickFiles } from '@/platform/pick-files.h5'
import type { ChosenSheet } from './choose-sheet'

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

/** A file of this machine; see choose-sheet.ts. */
export const chooseSheet = async (): Promise<ChosenSheet | undefined> => {
  const [file] = await pickFiles('.xlsx,.csv')
  return file && { name: file.name, bytes: file.size, content: await base64Of(file) }
}
