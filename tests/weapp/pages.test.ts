import { pagesOf, weappBuild } from './build'
import { sizesOf } from './sizes'
import type { Visit } from './visit-page'
import { visitsOf } from './visits'

// Read before anything runs: a page added to the app is looked at by itself, and a missing build says what to run.
const routes = pagesOf(weappBuild).map(({ route }) => route)
const nothingToTap = ['packages/mine/reads/index', 'packages/pass/venue-code/index']

let visits: Map<string, Visit>
beforeAll(() => {
  visits = new Map(visitsOf(weappBuild).map((visit) => [visit.route, visit]))
}, 180_000)

describe.each(routes)('%s in WeChat’s component framework', (route) => {
  test('draws text without an error', () => {
    const visit = visits.get(route)
    expect(visit?.problems).toEqual([])
    expect(visit?.text).toMatch(/\p{Script=Han}/u)
    expect(visit?.first.length).toBeGreaterThan(0)
  })

  test('answers a tap', () => {
    const visit = visits.get(route)
    if (nothingToTap.includes(route)) return expect(visit?.tappable).toBe(0)
    expect(visit?.tapped).toBeDefined()
    expect((visit?.tapped?.sent.length ?? 0) + (visit?.tapped?.calls.length ?? 0)).toBeGreaterThan(0)
    // However the server answers, nobody is asked without end.
    expect(visit?.tapped?.calls.filter((name) => name === 'request').length).toBeLessThanOrEqual(5)
  })
})

/** Taro's hello-world in React, in bytes: what the bench's row 7 measures by. */
const helloWorld = 303_656

test('the packages keep to WeChat’s limits, and to ours', () => {
  const { main, subpackages, all } = sizesOf(weappBuild)
  for (const bytes of [main, ...Object.values(subpackages)]) expect(bytes).toBeLessThanOrEqual(2 * 1024 * 1024)
  expect(all).toBe(main + Object.values(subpackages).reduce((sum, bytes) => sum + bytes, 0))
  expect(all).toBeLessThanOrEqual(30 * 1024 * 1024)
  expect(main).toBeLessThanOrEqual(1.3 * helloWorld)
  expect(all).toBeLessThanOrEqual(3 * helloWorld)
})
