import { statSync } from 'node:fs'

/** What takes longest by far: begun last, it would run on alone beside an idle worker. Its files are short, and by length Jest would begin them late. */
const slow = ['api/malformed', 'weapp/pages', 'api/role-matrix', 'checkin/through-store', 'store/projections', 'e2e/pages']
const rank = (path) => {
  const at = slow.findIndex((name) => path.endsWith(`/tests/${name}.test.ts`))
  return at < 0 ? slow.length : at
}

/** Jest's order of test files: those, then the long ones. The same on every machine, whatever ran there before. */
export default class SlowFirst {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a.path) - rank(b.path) || statSync(b.path).size - statSync(a.path).size)
  }

  cacheResults() {}
}
