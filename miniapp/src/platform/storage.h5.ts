/** The browser's local storage; see storage.ts. Keys are prefixed, since an origin may hold other apps. */
const prefix = 'qingcheng:'

export const keep = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value))
  } catch { /* see storage.ts */ }
}

export const kept = <T>(key: string): T | undefined => {
  try {
    const text = localStorage.getItem(prefix + key)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

export const forget = (key: string): void => {
  try {
    localStorage.removeItem(prefix + key)
  } catch { /* see storage.ts */ }
}

export const keptKeys = (): string[] => Object.keys(localStorage).filter((k) => k.startsWith(prefix)).map((k) => k.slice(prefix.length))
