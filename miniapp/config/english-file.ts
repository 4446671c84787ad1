import type { Compiler } from 'webpack'

/** Writes the English words beside the H5 app, `english.json`: both builds fetch them from there when somebody chooses English. */
export class EnglishFile {
  constructor(private readonly english: object) {}

  apply(compiler: Compiler): void {
    const { sources, Compilation } = compiler.webpack
    compiler.hooks.thisCompilation.tap('EnglishFile', (compilation) =>
      compilation.hooks.processAssets.tap({ name: 'EnglishFile', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () =>
        compilation.emitAsset('english.json', new sources.RawSource(JSON.stringify(this.english)))))
  }
}
