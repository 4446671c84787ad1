import { CacheFirst, type PrecacheEntry, Serwist } from 'serwist'

/** Put in at the build (functions/commands/build-worker.ts): what every browser keeps, and what only a manager's does. Names hold a hash of what is in them. */
declare const keptByEveryone: PrecacheEntry[]
declare const keptForScanner: string[]

interface Lasting extends Event { waitUntil: (work: Promise<unknown>) => void; data?: unknown; ports?: MessagePort[] }
const worker = self as unknown as { addEventListener: (type: 'install' | 'activate' | 'message', then: (event: Lasting) => void) => void }
const scannerCache = 'scanner'
/** How long the page is waited for where the network is too slow to tell from none. */
const pageAtMostMs = 2_000

/**
 * The app begins with the newest version where there is a network, and with the kept one otherwise. A new worker takes over once no page is open: till then the files of the version
 * before stay, so that no open page loses what it has not loaded yet, and none is ever reloaded under somebody who scans.
 */
const openApp = async ({ request }: { request: Request }): Promise<Response> => {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), pageAtMostMs))
  const fresh = await Promise.race([fetch(request).catch(() => undefined), late])
  return fresh?.ok ? fresh : ((await kept.matchPrecache('/index.html')) ?? Response.error())
}

const kept = new Serwist({
  precacheEntries: keptByEveryone,
  precacheOptions: { cleanupOutdatedCaches: true, directoryIndex: null, cleanURLs: false },
  clientsClaim: true,
  runtimeCaching: [
    { matcher: ({ request, url }) => request.mode === 'navigate' && ['/', '/index.html'].includes(url.pathname), handler: openApp },
    { matcher: ({ sameOrigin, url }) => sameOrigin && keptForScanner.includes(url.pathname), handler: new CacheFirst({ cacheName: scannerCache }) },
    // Of a version whose worker waits, say.
    { matcher: ({ sameOrigin, url }) => sameOrigin && /\.[0-9a-f]{8}\./.test(url.pathname), handler: async ({ request }) => (await caches.match(request)) ?? fetch(request) },
  ],
})
kept.addEventListeners()

/** Fetches what is missing of the scanner, each file by itself, so that a cut network loses none that came. Whether all of it is here. */
const keepScanner = async (): Promise<boolean> => {
  const cache = await caches.open(scannerCache)
  const got = await Promise.all(keptForScanner.map(async (url) => (await cache.match(url)) !== undefined || cache.add(url).then(() => true, () => false)))
  return got.every(Boolean)
}

// A manager's scanner is there offline after an update, too: it comes with the new version, and the old one's leaves when the old version does.
worker.addEventListener('install', (event) => event.waitUntil(caches.has(scannerCache).then((has) => has && keepScanner())))
worker.addEventListener('activate', (event) => event.waitUntil((async () => {
  if (!(await caches.has(scannerCache))) return
  const cache = await caches.open(scannerCache)
  for (const { url } of await cache.keys()) if (!keptForScanner.includes(new URL(url).pathname)) await cache.delete(url)
})()))
worker.addEventListener('message', (event) => {
  if (event.data === 'keep-scanner') event.waitUntil(keepScanner().then((all) => event.ports?.[0]?.postMessage(all)))
})
