import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { compileWxml } from './compile'
import type { MountedComponent, startFramework } from './framework'
import { loaderOf } from './modules'
import type { WxStandIn } from './wx'

type Functions = Record<string, unknown> & { data?: object }
export interface OpenPage {
  page: MountedComponent
  /** Every setData of the page, as bytes of its JSON in UTF-8, which is what crosses to WeChat's drawing thread. */
  sent: number[]
  close: () => void
}

/** The page's own functions only: what else the build hangs on it is data for WeChat. */
const methodsOf = (definition: Functions) => Object.fromEntries(Object.entries(definition).filter(([, value]) => typeof value === 'function'))

/** Starts the build's app and one page in it, calling both in WeChat's order. */
export const openPage = (
  build: string, route: string, params: Record<string, string>, stand: WxStandIn,
  { components }: ReturnType<typeof startFramework>, templates: ReturnType<typeof compileWxml>,
): OpenPage => {
  const timers = new Set<NodeJS.Timeout>()
  const timed = (set: typeof setTimeout | typeof setInterval) => (then: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const timer = set(then, ms, ...args) as NodeJS.Timeout
    timers.add(timer)
    return timer
  }
  let app: Functions = {}
  let definition: Functions | undefined
  const opened: MountedComponent['instance'][] = []
  const ids = new Map<string, string>()
  const using = (path: string): Record<string, string> => {
    const { usingComponents = {} } = JSON.parse(readFileSync(join(build, `${path}.json`), 'utf8')) as { usingComponents?: Record<string, string> }
    return Object.fromEntries(Object.entries(usingComponents).map(([tag, to]) => [tag, component(join(path, '..', to))]))
  }
  // Known before it is registered: Taro's component draws itself inside itself.
  const component = (path: string): string => {
    const known = ids.get(path)
    if (known !== undefined) return known
    const id = `${path}-${Math.random().toString(36).slice(2)}`
    ids.set(path, id)
    const usingComponents = using(path)
    declared = undefined
    load(path)
    if (!declared) throw new Error(`${path}.js declares no component`)
    components.register({ ...(declared as Functions), id, path, tagName: path.split('/').pop(), template: templates(`${path}.wxml`), usingComponents })
    return id
  }
  let declared: Functions | undefined
  const load = loaderOf(build, {
    wx: stand.wx,
    ...Object.fromEntries([
      ['App', (one: Functions) => { app = one }],
      ['Page', (one: Functions) => { definition = one }],
      ['Component', (one: Functions) => { declared = one }],
      ['Behavior', (one: Functions) => one],
    ]),
    getApp: () => app,
    getCurrentPages: () => opened,
    setTimeout: timed(setTimeout), setInterval: timed(setInterval),
    requestAnimationFrame: timed(setTimeout), cancelAnimationFrame: clearTimeout,
  })
  load('app')
  // Taro's page wrapper hands a failed drawing to this and shows an empty page.
  app.onError = (error: string) => console.error(error)
  const call = (on: Functions, name: string, options?: object) => (on[name] as ((this: Functions, options?: object) => void) | undefined)?.call(on, options)
  const launch = { path: route, query: params, scene: 1001, referrerInfo: {} }
  call(app, 'onLaunch', launch)
  call(app, 'onShow', launch)

  const usingComponents = using(route)
  load(route)
  if (!definition) throw new Error(`${route}.js declares no page`)
  const page = components.create(components.register({
    id: `page-${Math.random().toString(36).slice(2)}`, path: route, tagName: 'page', template: templates(`${route}.wxml`), usingComponents,
    data: definition.data ?? {}, methods: methodsOf(definition),
  }))
  const { instance } = page
  const sent: number[] = []
  const setData = instance.setData
  instance.setData = (data, then) => {
    sent.push(Buffer.byteLength(JSON.stringify(data)))
    setData.call(instance, data, then)
  }
  Object.assign(instance, { route, __route__: route })
  opened.push(instance)
  page.attach(document.body)
  call(instance, 'onLoad', params)
  call(instance, 'onShow')
  call(instance, 'onReady')
  const close = () => {
    call(instance, 'onUnload')
    page.detach()
    for (const timer of timers) clearTimeout(timer)
  }
  return { page, sent, close }
}
