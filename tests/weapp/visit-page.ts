import type { compileWxml } from './compile'
import type { startFramework } from './framework'
import { isTab } from './build'
import { type OpenPage, openPage } from './open-app'
import { tap, tappableIn } from './tap'
import { type Answer, type Request, standInForWx, type WxStandIn } from './wx'

export interface Visit {
  route: string
  /** All text the page shows once it has come to rest. */
  text: string
  /** Bytes of each setData until then. */
  first: number[]
  /** How many parts of the page listen to a tap. */
  tappable: number
  /** What was tapped and what came of it: bytes of each setData, and the calls to WeChat by name. Undefined: nothing tapped had any effect. */
  tapped: { text: string; sent: number[]; calls: string[]; after: string } | undefined
  /** Errors thrown, errors logged and templates not found. */
  problems: string[]
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What WeChat would refuse of where a page leads to: a tab is switched to, by its bare path; any other page is not. */
const refusedOf = (build: string, calls: readonly { name: string; options: Record<string, unknown> }[]): string[] =>
  calls.flatMap(({ name, options }) => {
    if (name !== 'navigateTo' && name !== 'redirectTo' && name !== 'switchTab') return []
    const [path = '', query] = String(options.url).replace(/^\//, '').split('?')
    const fits = name === 'switchTab' ? isTab(build, path) && query === undefined : !isTab(build, path)
    return fits ? [] : [`refused: ${name} ${options.url}`]
  })

/** Waits until nothing is being fetched and five looks in a row, 20 ms apart, found no more drawn; at most 3 s, for pages that never rest. */
const rest = async (count: () => number, busy: () => boolean): Promise<void> => {
  for (let still = 0, looks = 0, last = -1; still < 5 && looks < 150; looks++) {
    await pause(20)
    still = count() === last && !busy() ? still + 1 : 0
    last = count()
  }
}

export const rested = ({ sent }: OpenPage, stand: WxStandIn): Promise<void> => rest(() => sent.length + stand.calls.length, () => stand.waiting() > 0)

/** Opens one page, lets it come to rest, then taps its tappable parts in order until one changes the page; failing that, the first that asked something of WeChat counts. */
export const visitPage = async (
  given: { build: string; route: string; params: Record<string, string>; stored: Record<string, string>; answer: (request: Request) => Answer },
  framework: ReturnType<typeof startFramework>, templates: ReturnType<typeof compileWxml>, problems: string[],
): Promise<Visit> => {
  const stand = standInForWx(given.stored, given.answer)
  const visit: Visit = { route: given.route, text: '', first: [], tappable: 0, tapped: undefined, problems }
  try {
    const opened = openPage(given.build, given.route, given.params, stand, framework, templates)
    const { page, sent, close } = opened
    const settled = () => rested(opened, stand)
    await settled()
    visit.text = page.dom.textContent ?? ''
    visit.first = [...sent]
    const tappable = tappableIn(page)
    visit.tappable = tappable.length
    for (const node of tappable) {
      const text = node.$$?.textContent ?? ''
      const [sentBefore, callsBefore] = [sent.length, stand.calls.length]
      tap(framework, node)
      await settled()
      const one = { text, sent: sent.slice(sentBefore), calls: stand.calls.slice(callsBefore).map(({ name }) => name), after: page.dom.textContent ?? '' }
      if (one.sent.length || (one.calls.length && !visit.tapped)) visit.tapped = one
      if (one.sent.length) break
    }
    problems.push(...refusedOf(given.build, stand.calls))
    close()
    await pause(0)
  } catch (error) {
    problems.push(String((error as Error).stack ?? error))
  }
  return visit
}
