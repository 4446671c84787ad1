import { send } from '@/platform/http'
import { type English, english, keepEnglish } from './english'

/** Whether what this phone has is of the sources that this app was built from. */
export const isEnglishNew = (): boolean => english()?.version === process.env.ENGLISH_VERSION

/** Fetches the English words from beside the H5 app and keeps them. False where they did not come: what was kept stays. */
export const loadEnglish = async (): Promise<boolean> => {
  const reply = await send({ method: 'GET', url: `${process.env.TARO_APP_H5}/english.json?v=${process.env.ENGLISH_VERSION}`, headers: {} })
  const file = reply?.body as Partial<English> | undefined
  if (reply?.status !== 200 || !file?.version || !file.words) return false
  keepEnglish({ version: file.version, words: file.words })
  return true
}
