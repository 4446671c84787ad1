import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../functions/local/root'

export const weappBuild = join(root, 'miniapp/dist/weapp')

export interface BuiltPage {
  /** `pages/home/index`, with the subpackage's folder in front. */
  route: string
  /** The folder of its subpackage, undefined in the main package. */
  subpackage: string | undefined
}

interface AppJson {
  pages: string[]
  subpackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { pagePath: string }[] }
}

const appOf = (build: string): AppJson => {
  const file = join(build, 'app.json')
  if (!existsSync(file)) throw new Error('There is no WeChat build in miniapp/dist/weapp: run `npm run build:weapp` first.')
  return JSON.parse(readFileSync(file, 'utf8')) as AppJson
}

/** Whether a page is a tab: WeChat switches to it, without parameters, and refuses every other way. */
export const isTab = (build: string, route: string): boolean => appOf(build).tabBar?.list.some(({ pagePath }) => pagePath === route) ?? false

/** Every page of a build, main package first. Throws where there is no build. */
export const pagesOf = (build: string): BuiltPage[] => {
  const app = appOf(build)
  return [
    ...app.pages.map((route) => ({ route, subpackage: undefined })),
    ...(app.subpackages ?? []).flatMap(({ root: subpackage, pages }) => pages.map((page) => ({ route: join(subpackage, page), subpackage }))),
  ]
}
