import { answer, ids, sessions } from './answers'
import { pagesOf } from './build'
import { compileWxml, compileWxss } from './compile'
import { startFramework } from './framework'
import { visitPage } from './visit-page'

/**
 * Compiles a build, visits each page as the person it is made for, and prints one line of JSON a page. A process of its own: the framework needs a document among the
 * globals, and here nothing that goes wrong, in a timer or a forgotten promise either, goes unseen. Exits with 1 where something does not compile.
 */
const [build = '', ...only] = process.argv.slice(2)

/** The parameter pages are opened with: an event's id, a record's, a requirement's key; other pages of one thing are about a person. */
const paramsOf = (route: string): Record<string, string> => {
  const name = route.split('/').at(-2) ?? ''
  const id = { event: ids.event, pass: ids.event, 'venue-code': ids.event, 'check-in': route.startsWith('packages/pass') ? ids.ended : ids.event, conflicts: ids.event, 'person-scans': ids.event, record: ids.record, 'correct-record': ids.record, home: ids.home, 'youth-home': ids.home, 'home-profile': ids.home, 'home-standard': ids.home }[name] ?? ids.student
  if (name === 'league-roll') return { org: 'wangcang.s01', course: ids.course, session: 'session-01' }
  if (name === 'rollover') return { org: 'wangcang.s01' }
  if (name === 'meeting') return { id: ids.meeting, org: ids.branch }
  return { id: encodeURIComponent(id), key: ids.requirement, person: ids.student }
}
/** Pages for those who give roles, and for committees. */
const grantorPages = ['packages/staff/roles/index', 'packages/staff/propose-role/index', ...['rules', 'rules-draft', 'rules-preview', 'study-issues', 'questions', 'spot-checks', 'homes', 'youth-home', 'home-profile', 'home-standard', 'home-figures', 'plan', 'league-schools', 'league-school', 'league-roll', 'violations', 'procedure', 'rollover'].map((page) => `packages/staff/${page}/index`)]
/** The screen at the door lies with the passes; who sets it up is staff. */
const isStaffs = (route: string) => route.startsWith('packages/staff/') || route === 'packages/pass/venue-code/index'
const storedFor = (route: string): Record<string, string> => {
  if (route.includes('sign-in')) return {}
  return { session: JSON.stringify(grantorPages.includes(route) ? sessions.grantor : isStaffs(route) ? sessions.staff : sessions.student) }
}

let problems: string[] = []
const say = (kind: string) => (...parts: unknown[]) => {
  problems.push(`${kind}: ${parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(' ')}`)
}
console.error = say('logged')
// The compiled templates say here what they could not find.
console.warn = (...parts: unknown[]) => {
  if (String(parts[0]).startsWith('WXMLRT')) say('template')(...parts)
}
process.on('uncaughtException', say('thrown'))
process.on('unhandledRejection', say('rejected'))

const main = async () => {
  const framework = startFramework((error) => say('thrown')(error))
  compileWxss(build)
  const templates = compileWxml(build)
  for (const { route } of pagesOf(build).filter((page) => !only.length || only.includes(page.route))) {
    problems = []
    const visit = await visitPage({ build, route, params: paramsOf(route), stored: storedFor(route), answer }, framework, templates, problems)
    process.stdout.write(`${JSON.stringify(visit)}\n`)
  }
}
main().then(() => process.exit(0), (error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`, () => process.exit(1)))
