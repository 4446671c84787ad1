import Taro from '@tarojs/taro'

/**
 * What a phone that scans keeps: encrypted at rest, one key a thing, so that no write depends on another. WeChat encrypts by the user and the mini-program; it holds 10 MB,
 * 1 MB a key. Nothing is lost silently here: a write that could not be done says false.
 */
export const seal = (key: string, value: unknown): Promise<boolean> => Taro.setStorage({ key, data: JSON.stringify(value), encrypt: true } as Taro.setStorage.Option).then(() => true, () => false)

/** Undefined: nothing there, or nothing that can be read any more. */
export const unseal = async <T>(key: string): Promise<T | undefined> => {
  try {
    const { data } = await Taro.getStorage<string>({ key, encrypt: true } as unknown as Taro.getStorage.Option<string>)
    return JSON.parse(data) as T
  } catch {
    return undefined
  }
}

/** Everything under keys that begin so, in no order. */
export const unsealAll = async <T>(prefix: string): Promise<[string, T][]> => {
  const keys = Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix))
  const values = await Promise.all(keys.map((key) => unseal<T>(key)))
  return keys.flatMap((key, i) => (values[i] === undefined ? [] : [[key, values[i] as T] as [string, T]]))
}

export const breakSeal = async (keys: string[]): Promise<void> => {
  for (const key of keys) Taro.removeStorageSync(key)
}
