export const database = 'qingcheng'
export const table = 'kept'

/** See forget-held.ts. By the browser's own means: the library comes with the scanner only. */
export const forgetHeld = (): void => {
  const opening = (window as { indexedDB?: IDBFactory }).indexedDB?.open(database)
  if (!opening) return
  opening.onupgradeneeded = () => opening.result.createObjectStore(table)
  opening.onsuccess = () => {
    opening.result.transaction(table, 'readwrite').objectStore(table).delete(IDBKeyRange.bound('held:', 'held;'))
    opening.result.close()
  }
}
