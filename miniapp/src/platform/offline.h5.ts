const workers = (): ServiceWorkerContainer | undefined => (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker

/** After the first page is drawn: what is kept for later must not slow it down. */
const afterMs = 3_000

/** The service worker that opens the app with no network (src/worker). */
export const startOffline = (): void => {
  const register = () => setTimeout(() => void workers()?.register('/sw.js').catch(() => {}), afterMs)
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}

/**
 * For whoever scans: the scanner and its decoder are kept for the time without a network, and the browser is asked not to clear what waits here. Whether all of it is here;
 * no answer where the browser has no service worker.
 */
export const keepScanner = async (): Promise<boolean> => {
  void navigator.storage?.persist?.().catch(() => false)
  const registration = await workers()?.ready
  // The newest, whose files this page may have begun with already.
  const worker = registration?.waiting ?? registration?.active
  if (!worker) return false
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data === true)
    worker.postMessage('keep-scanner', [port2])
  })
}
