import type { Compiler } from 'webpack'
import HarmonyImportSpecifierDependency from 'webpack/lib/dependencies/HarmonyImportSpecifierDependency.js'

const { Template } = HarmonyImportSpecifierDependency

/** As webpack writes it, but for the call of an imported function, which keeps its module as `this`. */
class PlainCall extends Template {
  override apply(...[dependency, ...rest]: Parameters<InstanceType<typeof Template>['apply']>): void {
    if (dependency.call) dependency.directImport = false
    super.apply(dependency, ...rest)
  }
}

/** Writes `module.name(…)` where webpack writes `(0,module.name)(…)`, which is 4 bytes longer 6 000 times and differs only for an exported function that asks for `this`; no module asks. */
export class PlainCalls {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap({ name: 'PlainCalls', stage: 100 }, ({ dependencyTemplates }) => {
      dependencyTemplates.set(HarmonyImportSpecifierDependency, new PlainCall())
    })
  }
}
