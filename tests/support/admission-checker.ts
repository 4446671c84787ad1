import type { ApplicationState, ApplicationStep } from '@shared/model/application'
import type { ActInput } from '../../functions/core/act-input'

/** What an accepted act was accepted in: the world as it was then, said plainly. */
export interface Scene {
  personId: string
  birthDate: string
  branch: string
  /** Local date of the county. */
  today: string
  actor: { personId: string; roles: readonly { name: string; scope: string }[] }
  input: ActInput
  /** The version that was named, and the one that was there. */
  version: { said: number | undefined; was: number }
  isMember: boolean
  /** Approved lessons and hours, by local date. */
  lessons: string[]
  hours: { date: string; minutes: number }[]
  /** Who decided about a record of the applicant. */
  reviewers: string[]
  members: ReadonlyMap<string, string>
  isWorkday(date: string): boolean
  /** Before the act: places left on the applicant's line. */
  placesLeft: number
  numbersTaken: ReadonlySet<string>
}

/** The applicant's application as the checker follows it by the steps alone. */
export interface Followed {
  state: ApplicationState | 'none'
  position: ApplicationState | 'none'
  steps: ApplicationStep[]
}
export const nothing: Followed = { state: 'none', position: 'none', steps: [] }

const order = ['none', 'applied', 'talked', 'activist', 'cultivating', 'candidate-proposed', 'pre-reviewed', 'public-notice', 'form-filled', 'branch-voted', 'committee-approved', 'filed', 'sworn-in', 'archived'] as const
/** The table of the procedure: from where, to where, and whose it is. */
const table: Record<string, { from: readonly string[]; to: readonly string[]; who: 'applicant' | 'mentor' | 'introducer' | readonly string[] }> = {
  apply: { from: ['none'], to: ['applied'], who: 'applicant' },
  talk: { from: ['applied'], to: ['talked'], who: ['branch-secretary'] },
  'record-route': { from: ['talked'], to: ['talked'], who: ['branch-secretary'] },
  'name-activist': { from: ['talked'], to: ['activist'], who: ['branch-secretary'] },
  'mentor-talk': { from: ['activist', 'cultivating'], to: ['cultivating'], who: 'mentor' },
  'propose-candidate': { from: ['cultivating'], to: ['candidate-proposed'], who: ['branch-secretary'] },
  'pre-review': { from: ['candidate-proposed'], to: ['pre-reviewed'], who: ['committee'] },
  'open-notice': { from: ['pre-reviewed'], to: ['public-notice'], who: ['committee'] },
  object: { from: ['public-notice'], to: ['public-notice'], who: ['branch-secretary', 'committee', 'county-committee'] },
  'answer-objection': { from: ['public-notice'], to: ['public-notice'], who: ['committee'] },
  'close-notice': { from: ['public-notice'], to: ['public-notice'], who: ['committee'] },
  'fill-form': { from: ['public-notice'], to: ['form-filled'], who: 'applicant' },
  introduce: { from: ['form-filled'], to: ['form-filled'], who: 'introducer' },
  vote: { from: ['form-filled'], to: ['branch-voted', 'rejected'], who: ['branch-secretary'] },
  approve: { from: ['branch-voted'], to: ['committee-approved'], who: ['committee'] },
  reject: { from: ['branch-voted'], to: ['rejected'], who: ['committee'] },
  file: { from: ['committee-approved'], to: ['filed'], who: ['county-committee'] },
  'swear-in': { from: ['filed'], to: ['sworn-in'], who: ['branch-secretary'] },
  archive: { from: ['sworn-in'], to: ['archived'], who: ['branch-secretary'] },
  return: { from: order.slice(1, 11), to: ['returned'], who: ['branch-secretary', 'committee', 'county-committee'] },
  withdraw: { from: order.slice(0, 11), to: ['withdrawn'], who: 'applicant' },
  terminate: { from: order.slice(0, 11), to: ['terminated'], who: ['committee', 'county-committee'] },
}
const openStates: readonly string[] = [...order.slice(1, 11), 'returned']

const dayMs = 86_400_000
const msOf = (date: string) => Date.parse(`${date}T00:00:00Z`)
const plusMonths = (date: string, months: number): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}
/** Whole years on a date. */
const ageOn = (birth: string, date: string): number => Number(date.slice(0, 4)) - Number(birth.slice(0, 4)) - (date.slice(5) < birth.slice(5) ? 1 : 0)
const workdaysBetween = (from: string, to: string, isWorkday: (date: string) => boolean): number => {
  let count = 0
  for (let ms = msOf(from) + dayMs; ms < msOf(to); ms += dayMs) if (isWorkday(new Date(ms).toISOString().slice(0, 10))) count++
  return count
}
const last = (steps: readonly ApplicationStep[], act: string) => steps.findLast((step) => step.act === act)
// Facts of a step that the checker knows by its act alone.
// biome-ignore lint/suspicious/noExplicitAny: facts are of many shapes, and a wrong one fails a check
const factsOf = (step: ApplicationStep | undefined): any => step?.facts ?? {}
const dateOf = (step: ApplicationStep | undefined): string => factsOf(step).decision?.date ?? factsOf(step).date ?? factsOf(step).from ?? step?.at.slice(0, 10) ?? ''
const since = (steps: readonly ApplicationStep[], act: string) => steps.slice(steps.findLastIndex((step) => step.act === act))
/** Required of everybody in the properties' rules: a lesson and sixty minutes, ended by then, and 14 to 27 years. */
const meetsRules = ({ lessons, hours, birthDate }: Scene, date: string): boolean =>
  lessons.some((one) => one <= date) && hours.reduce((sum, one) => sum + (one.date <= date ? one.minutes : 0), 0) >= 60 && ageOn(birthDate, date) >= 14 && ageOn(birthDate, date) < 28

/** Whatever is wrong about an act that was accepted, by the specification's words; empty where it was right. */
export const wrongOf = (before: Followed, step: ApplicationStep, scene: Scene): string[] => {
  const { today, actor, personId, branch, birthDate } = scene
  const wrong: string[] = []
  const must = (holds: boolean, what: string) => void (holds || wrong.push(`${step.act}: ${what}`))
  const row = table[step.act]
  if (!row) return [`${step.act}: no such act`]
  const facts = factsOf(step)
  const date = dateOf(step)
  const steps = before.steps
  must((row.to as readonly string[]).includes(step.to), `leads to ${step.to}`)
  if (step.act === 'apply') must(!openStates.includes(before.state) || (before.state === 'returned' && before.position === 'none'), 'an open application')
  else must(row.from.includes(before.position) && (openStates.includes(before.state) || ['filed', 'sworn-in'].includes(before.state)), `from ${before.state} at ${before.position}`)
  if (step.act === 'return') must(before.state !== 'returned' && facts.backTo === order[order.indexOf(before.state as (typeof order)[number]) - 1], `back to ${facts.backTo}`)
  must(date <= today, `on ${date}, which is to come`)
  must(scene.version.said === undefined || scene.version.said === scene.version.was, 'on an old version')

  const holds = (roles: readonly string[]) => actor.roles.some(({ name, scope }) => roles.includes(name) && (branch === scope || branch.startsWith(`${scope}.`)))
  const staff = holds(['branch-secretary', 'committee', 'county-committee'])
  if (row.who === 'applicant') must(actor.personId === personId || (step.act !== 'withdraw' && staff), 'by somebody else')
  else if (row.who === 'mentor') must(factsOf(last(steps, 'name-activist')).mentors?.[facts.mentor]?.personId === actor.personId || staff, 'by no mentor')
  else if (row.who === 'introducer') must(facts.introducer === actor.personId || staff, 'by no introducer')
  else must(holds(row.who as readonly string[]), 'by nobody who may')
  if (row.who !== 'applicant') must(actor.personId !== personId, 'on their own application')
  if (step.by !== actor.personId) wrong.push(`${step.act}: under another name`)

  const led = steps.findLast((one) => one.act !== 'return' && (one.to === before.position || one.act === 'close-notice'))
  if (led && 'decision' in facts && step.act !== 'terminate') must(date >= dateOf(led), 'before what it follows')
  switch (step.act) {
    case 'apply':
      must(ageOn(birthDate, date) >= 14 && ageOn(birthDate, date) < 28, `at ${ageOn(birthDate, date)}`)
      must(!scene.isMember, 'by a member')
      must(step.texts?.letter !== undefined || facts.photos?.length > 0, 'without a letter')
      break
    case 'talk':
      must(date >= dateOf(last(steps, 'apply')), 'before the letter')
      must((date > plusMonths(dateOf(last(steps, 'apply')), 1)) === (facts.late === true), 'late, or not, and not flagged so')
      break
    case 'record-route':
      if (facts.route === 'peer-review') must(facts.tally.for + facts.tally.against + facts.tally.abstain === facts.tally.present, 'a tally that does not add up')
      break
    case 'name-activist': {
      const routes = since(steps, 'talk').filter((one) => one.act === 'record-route').map(factsOf)
      must(routes.some(({ route, tally, points, needed }) => route === 'pioneer-recommendation' || (route === 'peer-review' && tally.for * 2 > tally.present) || (route === 'points' && points >= needed)), 'without a route')
      must(facts.mentors.length >= 1 && facts.mentors.length <= 2, `${facts.mentors.length} mentors`)
      must(!facts.mentors.some((one: { personId?: string }) => one.personId === personId), 'their own mentor')
      break
    }
    case 'mentor-talk':
      must(date >= dateOf(last(steps, 'name-activist')), 'before there were mentors')
      break
    case 'propose-candidate':
      must(date >= plusMonths(dateOf(last(steps, 'name-activist')), 3), 'before three months')
      must(since(steps, 'name-activist').filter(({ act }) => act === 'mentor-talk').length >= 2, 'without two talks')
      must(meetsRules(scene, date) && step.rules?.eligible === true, 'with a requirement unmet')
      break
    case 'pre-review':
      must(/^202\d51\d{6}$/.test(facts.number), `number ${facts.number}`)
      if (last(steps, 'pre-review')) must(facts.number === factsOf(last(steps, 'pre-review')).number, 'another number')
      else {
        must(!scene.numbersTaken.has(facts.number), 'a number that somebody has')
        must(scene.placesLeft > 0, 'without a place')
      }
      break
    case 'open-notice':
      must(date >= dateOf(last(steps, 'pre-review')), 'before the pre-review')
      must(facts.masked === ageOn(birthDate, date) < 18, 'masked, or not')
      break
    case 'close-notice': {
      const notice = since(steps, 'open-notice')
      must(workdaysBetween(dateOf(notice[0]), today, scene.isWorkday) >= 5, 'after less than five working days')
      const answers = notice.filter(({ act }) => act === 'answer-objection').map(factsOf)
      must(notice.filter(({ act }) => act === 'object').every(({ n }) => answers.some(({ of }) => of === n)), 'with an objection unanswered')
      must(!answers.some(({ upheld }) => upheld), 'with an objection upheld')
      break
    }
    case 'fill-form':
      must(since(steps, 'open-notice').some(({ act }) => act === 'close-notice'), 'before the notice was over')
      must(new Set(facts.introducers).size === 2 && facts.introducers.length === 2, `${facts.introducers.length} introducers`)
      must(facts.introducers.every((one: string) => one !== personId && scene.members.get(one) === branch), 'an introducer who is no member of the branch')
      must(scene.lessons.every((one) => one < date), 'not after the last lesson')
      break
    case 'introduce':
      must(factsOf(last(steps, 'fill-form')).introducers?.includes(facts.introducer), 'by no introducer of the form')
      must(date > dateOf(last(steps, 'fill-form')), 'not after the form')
      break
    case 'vote': {
      const { present, shouldAttend, for: yes, against, abstain, passed } = facts
      const spoken = since(steps, 'fill-form').filter(({ act }) => act === 'introduce')
      must(factsOf(last(steps, 'fill-form')).introducers.every((one: string) => spoken.some((said) => factsOf(said).introducer === one)), 'with an introducer who has not spoken')
      must(spoken.every((said) => date > dateOf(said)), 'not after the introducers')
      must(yes + against + abstain === present && present <= shouldAttend, 'a tally that does not add up')
      must(present * 2 > shouldAttend, 'without a quorum')
      must(passed === yes * 2 > shouldAttend && (step.to === 'branch-voted') === passed, 'passed, or not')
      must(meetsRules(scene, date), 'with a requirement unmet')
      break
    }
    case 'approve':
      must(date > dateOf(last(steps, 'vote')), 'not after the meeting')
      must(!scene.reviewers.includes(actor.personId), 'by who reviewed a record')
      must(!factsOf(last(steps, 'fill-form')).introducers.includes(actor.personId), 'by an introducer')
      break
    case 'reject':
      must(date > dateOf(last(steps, 'vote')), 'not after the meeting')
      break
    case 'file':
      must(facts.number === factsOf(last(steps, 'pre-review')).number, 'under another number')
      must(facts.bytes <= 20 * 1024 * 1024, 'too large a file')
      break
    default:
  }
  if (step.to === 'sworn-in') {
    const dates = [dateOf(last(steps, 'fill-form')), ...since(steps, 'fill-form').filter(({ act }) => act === 'introduce').map(dateOf).sort().slice(-1), dateOf(last(steps, 'vote')), dateOf(last(steps, 'approve'))]
    must(dates.length === 4 && dates.every((one, i) => i === 0 || one > (dates[i - 1] as string)), `dates ${dates.join(' ')}`)
    for (const act of ['apply', 'talk', 'record-route', 'name-activist', 'mentor-talk', 'propose-candidate', 'pre-review', 'open-notice', 'close-notice', 'fill-form', 'introduce', 'vote', 'approve', 'file']) must(last(steps, act) !== undefined, `without ${act}`)
  }
  return wrong
}

/** The application after a step: of a new letter a new one. */
export const follow = (before: Followed, step: ApplicationStep): Followed => {
  const begins = step.act === 'apply' && before.state !== 'returned'
  return { state: step.to, position: step.act === 'return' ? (factsOf(step).backTo as Followed['position']) : step.to, steps: [...(begins ? [] : before.steps), step] }
}
