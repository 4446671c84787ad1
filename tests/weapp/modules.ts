import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What Node has and WeChat's JavaScript has not: a build that leans on one of these fails here as it would on a phone. */
const absent = [
  'window', 'document', 'navigator', 'self', 'global', 'location', 'history', 'localStorage', 'sessionStorage', 'process', 'Buffer', 'fetch', 'Headers', 'Request', 'Response',
  'XMLHttpRequest', 'WebSocket', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'crypto', 'structuredClone', 'btoa', 'atob', 'Blob', 'File', 'FormData',
  'AbortController', 'Event', 'EventTarget', 'CustomEvent', 'HTMLElement', 'Element', 'Node', 'MessageChannel', 'BroadcastChannel', 'performance', 'setImmediate', 'clearImmediate',
]

/** Loads a build's scripts as WeChat does: CommonJS, each once, with only the globals given. */
export const loaderOf = (build: string, globals: Record<string, unknown>): ((path: string) => unknown) => {
  const loaded = new Map<string, { exports: unknown }>()
  const load = (path: string): unknown => {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const known = loaded.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    loaded.set(file, module)
    const require = (to: string) => load(to.startsWith('/') ? to.slice(1) : join(dirname(file), to))
    const given: Record<string, unknown> = { ...Object.fromEntries(absent.map((name) => [name, undefined])), ...globals, require, module, exports: module.exports }
    const code = `${readFileSync(join(build, file), 'utf8')}\n//# sourceURL=${file}`
    new Function(...Object.keys(given), code)(...Object.values(given))
    return module.exports
  }
  return load
}
