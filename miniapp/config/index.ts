import path from 'node:path'
import type { Chunk, ChunkGraph, Module } from 'webpack'
import { english } from './english-apart.cjs'
import { EnglishFile } from './english-file'
import { PageFiles } from './page-files'
import { PlainCalls } from './plain-calls'

const root = path.resolve(__dirname, '../..')
const pauses = path.resolve(root, 'node_modules/exponential-backoff/src')
const h5 = process.env.TARO_ENV === 'h5'
const inEnglish = english()

interface Chain { merge: (config: object) => void; target: (names: string[]) => void; plugin: (name: string) => { use: (plugin: typeof PageFiles | typeof PlainCalls | typeof EnglishFile, given?: [english: object]) => void }; optimization: { splitChunks: (options: object) => void } }

/** A TypeScript source passes on names of types, which are gone when webpack looks for them. Our own are checked by the compiler. */
const sourceOfPauses = { module: { parser: { javascript: { reexportExportsPresence: false } } } }
/** The subpackage of WeChat that a chunk is for; undefined: the main one. */
const packageOf = (chunk: Chunk) => /^packages\/\w+\//.exec(chunk.name ?? '')?.[0]
/**
 * What two packages share goes into the main one; Taro puts it into each of the two. Not the signatures: a literal such as 8n would shut older phones out of the whole app.
 */
const sharedByPackages = {
  type: /^javascript/, name: 'common', priority: 20_000,
  test: (module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }) => {
    const packages = new Set([...chunkGraph.getModuleChunks(module)].map(packageOf))
    return packages.size > 1 && !packages.has(undefined) && !/@noble.ed25519/.test(module.nameForCondition() ?? '')
  },
}
/** What webpack's own code is written in: as babel.config.cjs has it. */
const language = ['web', 'es2018']

/** One source for WeChat and H5; `shared` is compiled from outside `src`. */
export default {
  projectName: 'qingcheng',
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: ['@tarojs/plugin-framework-react', `@tarojs/plugin-platform-${process.env.TARO_ENV}`, ...(h5 ? [] : [path.resolve(__dirname, 'few-parts.cjs')])],
  // The pauses of uploads from their library's own source: what it publishes is ES5, three times as long.
  alias: { '@': path.resolve(root, 'miniapp/src'), '@shared': path.resolve(root, 'shared'), 'exponential-backoff$': path.join(pauses, 'backoff.ts') },
  defineConstants: {
    'process.env.TARO_APP_API': JSON.stringify(process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'),
    // Where English comes from: the H5 app's host, which is its own.
    'process.env.TARO_APP_H5': JSON.stringify(h5 ? '' : (process.env.TARO_APP_H5 ?? 'http://127.0.0.1:10086')),
    'process.env.ENGLISH_VERSION': JSON.stringify(inEnglish.version),
  },
  terser: {
    enable: true,
    config: {
      // What terser does unasked and Taro turns off.
      compress: {
        ecma: 2018, passes: 2, arrows: true, collapse_vars: true, comparisons: true, computed_props: true, directives: true, hoist_props: true, inline: true, loops: true, negate_iife: true, properties: true,
        reduce_funcs: true, reduce_vars: true, switches: true, typeofs: true,
      },
      // Chinese as it is, not as \u escapes: half the bytes of the texts.
      output: { ecma: 2018, ascii_only: false },
    },
  },
  mini: {
    baseLevel: 4,
    runtime: { enableInnerHTML: false },
    webpackChain: (chain: Chain) => {
      chain.target(language)
      chain.merge(sourceOfPauses)
      chain.plugin('plain-calls').use(PlainCalls)
      chain.merge({ optimization: { splitChunks: { cacheGroups: { sharedByPackages } }, mangleExports: 'size', moduleIds: 'size', chunkIds: 'total-size' } })
    },
    // Class fields are younger than some phones.
    compile: { include: [path.resolve(root, 'shared'), pauses, path.resolve(root, 'node_modules/@noble/hashes')] },
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
    optimizeMainPackage: { enable: true },
  },
  h5: {
    publicPath: '/',
    router: { mode: 'hash' },
    // What two pages share is fetched once; the default copies it into every page. What only staff share, and what draws codes, comes when they do.
    webpackChain: (chain: Chain) => {
      chain.target(language)
      chain.merge(sourceOfPauses)
      chain.plugin('page-files').use(PageFiles)
      chain.plugin('english').use(EnglishFile, [inEnglish])
      chain.optimization.splitChunks({
        chunks: 'async', minSize: 0,
        cacheGroups: {
          staff: { name: 'staff', test: /src[\\/]packages[\\/]staff/, minChunks: 2, priority: 30, reuseExistingChunk: true },
          codes: { name: 'codes', test: /[\\/]uqr[\\/]|qr-picture/, minChunks: 2, priority: 20, reuseExistingChunk: true },
          shared: { name: 'shared', minChunks: 2, priority: 10, reuseExistingChunk: true },
        },
      })
    },
    compile: { include: [path.resolve(root, 'shared'), pauses] },
    postcss: { autoprefixer: { enable: true }, pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
    ...(h5 && { output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js', assetModuleFilename: 'static/[name].[contenthash:8][ext]' }, miniCssExtractPluginOption: { filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' } }),
  },
}
