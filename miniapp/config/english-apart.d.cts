import type { PluginObj } from '@babel/core'
import type { English } from '../src/text/english'

declare const plugin: { (babel: { types: object }): PluginObj; english: () => English }
export = plugin
