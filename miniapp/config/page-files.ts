import type { ChunkGroup, Compiler } from 'webpack'

const filesOf = (group: ChunkGroup): string[] => [...group.chunks.flatMap(({ files, auxiliaryFiles }) => [...files, ...auxiliaryFiles]), ...group.getChildren().flatMap(filesOf)]

/**
 * Notes which files the app and each page of the H5 build load, later ones too (a decoder, say), as `page-files.json` beside them. What the service worker keeps is chosen from it;
 * it is no part of the app, and whoever builds removes it (functions/commands/build-worker.ts).
 */
export class PageFiles {
  apply(compiler: Compiler): void {
    const { sources, Compilation } = compiler.webpack
    compiler.hooks.thisCompilation.tap('PageFiles', (compilation) =>
      compilation.hooks.processAssets.tap({ name: 'PageFiles', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, () => {
        const pages = compilation.chunkGroups.flatMap((group) => {
          const page = group.origins.map(({ request }) => /^\.\/(p\w+\/.+\/index)$/.exec(request)?.[1]).find(Boolean)
          return page ? [[page, filesOf(group)] as const] : []
        })
        const app = [...compilation.entrypoints.values()].flatMap(({ chunks }) => chunks.flatMap(({ files }) => [...files]))
        compilation.emitAsset('page-files.json', new sources.RawSource(JSON.stringify({ app, pages: Object.fromEntries(pages) })))
      }))
  }
}
