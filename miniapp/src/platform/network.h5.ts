/** The browser's word on it; see network.ts. */
export const watchNetwork = (onChange: (online: boolean) => void): (() => void) => {
  const changed = () => onChange(navigator.onLine)
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  changed()
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
