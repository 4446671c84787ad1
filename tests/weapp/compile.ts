import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const compiler = require('miniprogram-compiler') as { wxmlToJs(root: string, options: { maxBuffer: number }): string }
// The package's own wxssToJs takes a compiler's failure for a result; underneath, the failure can be seen.
const wcsc = require('miniprogram-compiler/src/wcsc') as (root: string, files: string[], options: { maxBuffer: number }) => object | Error
const options = { maxBuffer: 64 * 1024 * 1024 }

/** A compiled template: a page's data in, a tree out. */
export type Template = (data: object) => object

/** Compiles every WXML and WXS of a build with WeChat's own compiler. Throws what the compiler says. */
export const compileWxml = (build: string): ((path: string) => Template) => new Function(compiler.wxmlToJs(build, options))()

/** Compiles every WXSS of a build with WeChat's own compiler. Throws what the compiler says. */
export const compileWxss = (build: string): void => {
  const files = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.wxss')).map((path) => path.slice(0, -'.wxss'.length))
  const result = files.length ? wcsc(build, files, options) : {}
  if (result instanceof Error) throw result
}
