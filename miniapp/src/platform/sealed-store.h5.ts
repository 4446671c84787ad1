import { createStore, delMany, get, getMany, keys as allKeys, set, update } from 'idb-keyval'
import { database, table } from './forget-held.h5'

/** See sealed-store.ts. In the browser: AES-GCM in IndexedDB, by a key of this device that no script can read out. */
const store = createStore(database, table)
const opened: { key?: Promise<CryptoKey> } = {}

const makeKey = async (): Promise<CryptoKey> => {
  const made = (await get<CryptoKey>('key', store)) ?? (await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']))
  // Two tabs that begin at once: the first one's.
  await update<CryptoKey>('key', (held) => held ?? made, store)
  return (await get<CryptoKey>('key', store)) ?? made
}
const ownKey = (): Promise<CryptoKey> => {
  opened.key ??= makeKey()
  opened.key.catch(() => delete opened.key)
  return opened.key
}

interface Sealed { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }
const read = async <T>(sealed: Sealed | undefined): Promise<T | undefined> => {
  if (!sealed) return undefined
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, await ownKey(), sealed.bytes)
    return JSON.parse(new TextDecoder().decode(plain)) as T
  } catch {
    return undefined
  }
}

export const seal = async (key: string, value: unknown): Promise<boolean> => {
  try {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await ownKey(), new TextEncoder().encode(JSON.stringify(value)))
    await set(key, { iv, bytes } satisfies Sealed, store)
    return true
  } catch {
    return false
  }
}

export const unseal = async <T>(key: string): Promise<T | undefined> => read<T>(await get<Sealed>(key, store).catch(() => undefined))

export const unsealAll = async <T>(prefix: string): Promise<[string, T][]> => {
  const keys = (await allKeys<string>(store).catch((): string[] => [])).filter((key) => key.startsWith(prefix))
  const values = await Promise.all((await getMany<Sealed>(keys, store).catch((): undefined[] => [])).map((sealed) => read<T>(sealed)))
  return keys.flatMap((key, i) => (values[i] === undefined ? [] : [[key, values[i] as T] as [string, T]]))
}

export const breakSeal = (keys: string[]): Promise<void> => delMany(keys, store).catch(() => {})
