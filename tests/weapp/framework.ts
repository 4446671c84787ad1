import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** A node of WeChat's component framework, as far as it is looked at here. */
export interface ExparserNode {
  is?: string
  $$?: Element
  id?: string
  dataset?: Record<string, unknown>
  childNodes?: ExparserNode[]
  shadowRoot?: ExparserNode
  _vt?: { event?: Record<string, { handler: string }>; attrs?: { name: string; value: unknown }[] }
}
export interface MountedComponent {
  dom: Element
  _exparserNode: ExparserNode
  instance: Record<string, unknown> & { setData(data: object, callback?: () => void): void }
  attach(parent: Element): void
  detach(): void
}
interface JComponent {
  register(definition: object): string
  create(id: string): MountedComponent
}
interface Exparser {
  Event: { create(name: string, detail: object, options: object): object; dispatchEvent(node: ExparserNode, event: object): void }
  addGlobalErrorListener(listener: (error: Error) => void): void
}

/** The framework draws into a document and finds it among the globals: this process gets one, hence a process of its own for it. */
const giveDocument = (): void => {
  const { JSDOM } = createRequire(require.resolve('jest-environment-jsdom'))('jsdom') as { JSDOM: new (html: string) => { window: Record<string, unknown> } }
  const { window } = new JSDOM('<!doctype html><body></body>')
  const names = ['window', 'document', 'Element', 'HTMLElement', 'Node', 'Event', 'CustomEvent', 'TouchEvent']
  for (const name of names) Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true, writable: true })
  // Makes the compiled templates take the present form of the framework's tree.
  Object.assign(window, { __webview_engine_version__: 0.02 })
}

/** WeChat's component framework with its built-in components. `onError` hears what a lifecycle or listener throws. */
export const startFramework = (onError: (error: Error) => void): { components: JComponent; exparser: Exparser } => {
  giveDocument()
  require('miniprogram-simulate')
  const exparser = require('miniprogram-exparser') as Exparser
  exparser.addGlobalErrorListener(onError)
  return { components: require('j-component') as JComponent, exparser }
}
