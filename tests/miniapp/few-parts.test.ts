import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseSync, traverse, types as t } from '@babel/core'
import { jest } from '@jest/globals'

const src = join(import.meta.dirname, '../../miniapp/src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path) && !/\.h5\.tsx?$/.test(path)).map((path) => [path, readFileSync(join(src, path), 'utf8')] as const)
const { used } = createRequire(import.meta.url)('../../miniapp/config/few-parts.cjs') as { used: Record<string, string[]> }

/** What each template has unasked, and what WeChat's templates of Taro have not at all. */
const given = ['className', 'style', 'id', 'onClick', 'ariaRole', 'ariaLabel']

test('the templates have every attribute that a component is given, and no other', () => {
  const file = parseSync(readFileSync(join(src, 'ui/primitives.tsx'), 'utf8'), { configFile: false, babelrc: false, parserOpts: { plugins: ['typescript', 'jsx'] } })
  if (!file) throw new Error('Not parsed')
  const found = new Map(Object.keys(used).map((name) => [name, new Set<string>()]))
  const names: Record<string, string> = {}
  traverse(file, {
    ImportDeclaration({ node }) {
      if (node.source.value !== '@tarojs/components') return
      for (const one of node.specifiers) if (t.isImportSpecifier(one) && t.isIdentifier(one.imported)) names[one.local.name] = one.imported.name
    },
    JSXOpeningElement(path) {
      const name = t.isJSXIdentifier(path.node.name) ? names[path.node.name.name] : undefined
      if (!name) return
      path.traverse({
        JSXAttribute({ node }) { found.get(name)?.add(String(node.name.name)) },
        ObjectProperty({ node, parentPath }) { if (parentPath.parentPath?.isLogicalExpression() && t.isIdentifier(node.key)) found.get(name)?.add(node.key.name) },
      })
    },
  })
  expect(Object.values(names).sort()).toEqual(Object.keys(used).sort())
  const written = (name: string) => (/^on[A-Z]/.test(name) ? name.replace('on', 'bind') : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
  for (const [name, attributes] of found) {
    expect([name, [...attributes].filter((one) => !given.includes(one)).map(written).sort()]).toEqual([name, used[name]?.slice().sort()])
  }
})

describe('WeChat’s calls', () => {
  const wx: Record<string, unknown> = {
    env: { USER_DATA_PATH: 'here' },
    login: ({ success }: { success: (result: object) => void }) => success({ code: 'c' }),
    scanCode: ({ fail }: { fail: (error: object) => void }) => fail({ errMsg: 'cancelled' }),
    uploadFile: ({ success, url }: { success: (result: object) => void; url: string }) => {
      setTimeout(() => success({ statusCode: 204, url }), 5)
      return { onProgressUpdate: (then: (progress: object) => void) => then({ progress: 40 }) }
    },
    getStorageSync: (key: string) => `kept ${key}`,
  }
  Object.assign(globalThis, { wx, getCurrentPages: () => [] })
  const taro = async () => {
    jest.unstable_mockModule('@tarojs/runtime', () => ({ getCurrentInstance: () => ({}) }))
    jest.unstable_mockModule('@tarojs/plugin-framework-react/dist/runtime', () => ({ useDidShow: 0, usePullDownRefresh: 0, useReachBottom: 0, useRouter: 0 }))
    return (await import('@/platform/taro')).default
  }

  test('come as promises, refused where the phone has none', async () => {
    const Taro = await taro()
    await expect(Taro.login()).resolves.toEqual({ code: 'c' })
    await expect(Taro.scanCode({})).rejects.toEqual({ errMsg: 'cancelled' })
    await expect(Taro.chooseMedia({})).rejects.toThrow('This WeChat has no chooseMedia')
    expect(Taro.getStorageSync('k')).toBe('kept k')
    const progress: number[] = []
    const sent = Taro.uploadFile({ url: 'u', filePath: 'f', name: 'file' })
    sent.progress(({ progress: percent }) => progress.push(percent))
    await expect(sent).resolves.toEqual({ statusCode: 204, url: 'u' })
    expect(progress).toEqual([40])
  })

  test('are those that the app makes, and no other', async () => {
    const asked = new Set(sources.flatMap(([, source]) => (/import Taro\b/.test(source) ? [...source.matchAll(/\bTaro\.([a-z]\w+)(?!\w|\.\w+(<|>|\)|\[))/g)].map(([, name]) => name ?? '') : [])))
    expect(Object.keys(await taro()).sort()).toEqual([...asked].sort())
  })
})
