import Taro from '@tarojs/taro'

/** Small values that outlive the app being killed. A full or forbidden store loses them silently: everything kept here can be fetched again or is also in memory. */
export const keep = (key: string, value: unknown): void => {
  try {
    Taro.setStorageSync(key, JSON.stringify(value))
  } catch { /* see above */ }
}

export const kept = <T>(key: string): T | undefined => {
  try {
    const text: unknown = Taro.getStorageSync(key)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}

export const forget = (key: string): void => {
  try {
    Taro.removeStorageSync(key)
  } catch { /* see above */ }
}

export const keptKeys = (): string[] => Taro.getStorageInfoSync().keys
