const prefix = 'qingcheng:'

/** What lives as long as the tab and goes to no other. */
export const tabKeep = (key: string, value: string): void => sessionStorage.setItem(prefix + key, value)
export const tabKept = (key: string): string | undefined => sessionStorage.getItem(prefix + key) ?? undefined
export const tabForget = (key: string): void => sessionStorage.removeItem(prefix + key)

/** Reads once. */
export const take = (key: string): string | undefined => {
  const value = tabKept(key)
  tabForget(key)
  return value
}
