/** What webpack publishes without types. */
declare module 'webpack/lib/dependencies/HarmonyImportSpecifierDependency.js' {
  import type { Dependency, sources } from 'webpack'
  export default class HarmonyImportSpecifierDependency extends Dependency {
    /** Whether the import is called. */
    call: boolean
    /** Whether the call is of the import itself, not of a method of it. */
    directImport: boolean
    static Template: new () => { apply(dependency: HarmonyImportSpecifierDependency, source: sources.ReplaceSource, context: object): void }
  }
}
/** And Taro: its hooks, without all the rest. */
declare module '@tarojs/plugin-framework-react/dist/runtime' {
  export { useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
}
