import type { ActName } from '@shared/model/application'
import type { LedgerEntry } from '@shared/model/ledger'
import { addDays, at } from './calendar'
import { ends, findings, laterReturns, letters, mentorNotes, objections, opinions, places, rejections, replies, returns, reviewWords, statements, talks } from './admission-words'
import type { Part } from './cast'
import { type Actor, type Around, type DemoStep, Journey } from './journey'
import type { DemoStudent } from './people'
import type { Photos } from './photos'
import { type Random, randomOf } from './random'
import type { Schedule } from './schedule'
import { plants } from './violations'

export type { DemoStep } from './journey'

/** A member whom a form can name: in the student's branch, and one who is not. */
export interface Company {
  own: { personId: string; name: string }[]
  elsewhere: string
}
interface People {
  self: Actor
  secretary: Actor
  committee: Actor
  county: Actor
}
export interface Stand {
  around: Around
  people: People
  company: Company
  photos: Photos
  today: string
  /** The scanned, stamped form and the e-file, as they are in the store. */
  fileFor(personId: string, kind: 'form' | 'e-file', date: string): { fileId: string; sha256: string; bytes: number }
}

/** The acts up to a course's state: the one that is not done any more. */
const endsBefore: Partial<Record<Part['course'], ActName>> = {
  applied: 'talk', talked: 'name-activist', activist: 'mentor-talk', cultivating: 'propose-candidate', 'candidate-proposed': 'pre-review', 'pre-reviewed': 'open-notice', 'public-notice': 'close-notice', 'notice-over': 'fill-form', 'form-filled': 'vote', 'branch-voted': 'approve',
  'committee-approved': 'file', filed: 'swear-in', 'sworn-in': 'archive', returned: 'talk', 'applied-again': 'talk', 'returned-later': 'pre-review', withdrawn: 'record-route', terminated: 'propose-candidate', rejected: 'approve',
}
/** A minute of an office's day; later steps of one day come later in it. */
const officeHour = (i: number): number => 9 * 60 + 20 + i * 12

/** Lets one student go their way, as far as their part and yesterday let them. The core decides about each step; what it refuses does not happen. */
export const applicationOf = (student: DemoStudent, entries: readonly LedgerEntry[], part: Part, stand: Stand): DemoStep[] => {
  const { dates, course } = part
  if (!dates) return []
  const random = randomOf(`application ${student.personId}`)
  const journey = new Journey(student, entries, stand.around, random)
  walk(journey, dates, part, stand, random)
  const yesterday = addDays(stand.today, -1)
  const { self, secretary, committee } = stand.people
  const turn = (date: string, actor: Actor, input: Parameters<Journey['act']>[3]) => date <= yesterday && journey.act(date, 17 * 60, actor, input)
  const after = (date: string, days: number) => (addDays(date, days) > yesterday ? yesterday : addDays(date, days))
  if (course === 'returned' || course === 'applied-again') turn(after(dates.letter, 3), secretary, { act: 'return', reason: random.pick(returns) })
  if (course === 'applied-again' && addDays(dates.letter, 5) <= yesterday) journey.act(addDays(dates.letter, random.int(4, 9)) > yesterday ? yesterday : addDays(dates.letter, 5), 20 * 60, self, { act: 'apply', letter: `${random.pick(letters)}上次退回后，我补上了不足，再次提出申请。` })
  if (course === 'returned-later') turn(after(dates.propose, 2), committee, { act: 'return', reason: random.pick(laterReturns) })
  if (course === 'withdrawn') turn(after(dates.talk, 2), self, { act: 'withdraw' })
  if (course === 'terminated') turn(after(dates.secondTalk, 6), committee, { act: 'terminate', decision: { body: `${student.plan.aboveName}团委`, date: after(dates.secondTalk, 6), attendance: 5, minutes: '团委会会议记录' }, reason: random.pick(ends) })
  if (course === 'rejected') turn(after(dates.approve, 0), committee, { act: 'reject', decision: { body: `${student.plan.aboveName}团委`, date: after(dates.approve, 0), attendance: 5, minutes: '团委会会议记录' }, reason: random.pick(rejections) })
  return journey.steps
}

const walk = (journey: Journey, dates: Schedule, { course, planted }: Part, { people, company, photos, today, fileFor }: Stand, random: Random): void => {
  const { student } = journey
  const { self, secretary, committee, county } = people
  const plant = planted && plants[planted]
  const stop = endsBefore[course]
  let open = true
  let count = 0
  const act = (date: string, actor: Actor, input: Parameters<Journey['act']>[3], minute = officeHour(count++)): void => {
    if (input.act === stop || date >= today) open = false
    if (!open) return
    // A mentor's second talk, or a route that did not hold, is no reason to stop: what cannot follow stops by itself.
    if (!journey.act(date, minute, actor, input, plant?.bends?.[input.act]) && input.act !== 'record-route') open = false
  }
  const decision = (body: string, date: string, attendance: number, which: string) => ({ body, date, attendance, minutes: `${date.slice(0, 4)}年${which}第${random.int(1, 9)}次会议记录` })
  const branchBody = '支部委员会'
  const above = `${student.plan.aboveName}团委`
  const members = random.sample(company.own, 2)
  const mentor = members[0]

  act(dates.letter, self, { act: 'apply', letter: random.pick(letters) }, 19 * 60 + random.int(0, 90))
  act(dates.talk, secretary, { act: 'talk', date: dates.talk, talker: random.chance(0.7) ? '团支部书记' : '班主任', notes: random.pick(talks) })
  const way = random.weighted({ 'peer-review': 55, points: 30, 'pioneer-recommendation': student.plan.grade !== undefined && student.plan.grade <= 10 ? 15 : 0 })
  if (way === 'points') act(dates.route, secretary, { act: 'record-route', route: 'points' })
  if (way === 'pioneer-recommendation' && open && dates.route < today) {
    const photoId = photos.take(student.personId, 5, at(dates.route, 9 * 60))
    act(dates.route, secretary, { act: 'record-route', route: 'pioneer-recommendation', date: dates.route, unit: `${student.plan.aboveName}少先队大队`, photos: [{ photoId, sha256: photos.hashOf(photoId) }] })
  }
  const enough = journey.steps.some((step) => step.act === 'record-route' && (step.facts.route !== 'points' || step.facts.points >= step.facts.needed))
  const present = random.int(9, 14)
  const yes = random.int(Math.floor(present / 2) + 1, present)
  if (!enough) act(dates.route, secretary, { act: 'record-route', route: 'peer-review', date: dates.route, tally: { present, for: yes, against: 0, abstain: present - yes }, words: random.pick(reviewWords) })
  act(dates.activist, secretary, { act: 'name-activist', decision: decision(branchBody, dates.activist, 3, branchBody), mentors: mentor ? [mentor] : [{ name: '班主任' }] })
  act(dates.firstTalk, secretary, { act: 'mentor-talk', date: dates.firstTalk, mentor: 0, notes: random.pick(mentorNotes) })
  act(dates.secondTalk, secretary, { act: 'mentor-talk', date: dates.secondTalk, mentor: 0, notes: random.pick(mentorNotes) })
  act(dates.propose, secretary, { act: 'propose-candidate', decision: decision(branchBody, dates.propose, 3, branchBody) })
  act(dates.preReview, committee, { act: 'pre-review', decision: decision(above, dates.preReview, random.int(3, 7), '团委会'), reply: random.pick(replies) })
  act(dates.open, committee, { act: 'open-notice', from: dates.open, place: random.pick(places) })
  if (random.chance(0.12) && planted === undefined) {
    const heard = addDays(dates.open, 1)
    act(heard, secretary, { act: 'object', date: heard, words: random.pick(objections) })
    const of = journey.steps.at(-1)?.n ?? 0
    if (open) act(addDays(heard, 2), committee, { act: 'answer-objection', of, date: addDays(heard, 2), upheld: false, finding: random.pick(findings) })
    // An objection that waits for its answer holds up the notice, and nothing else.
  }
  act(dates.close, committee, { act: 'close-notice', words: '公示期满。' })
  const introducers = plant?.elsewhere ? [members[0]?.personId ?? '', company.elsewhere] : members.map(({ personId }) => personId)
  act(dates.form, self, { act: 'fill-form', form: { ethnicity: '汉族', education: `在${student.plan.aboveName}${student.className}就读`, family: '父亲，务农；母亲，务工', ...(random.chance(0.4) && { honours: '校级三好学生' }), statement: random.pick(statements) }, introducers }, 20 * 60)
  for (const introducer of introducers) act(dates.introduce, secretary, { act: 'introduce', introducer, date: dates.introduce, opinion: random.pick(opinions) })
  const should = Math.max(company.own.length, 2)
  const tally = plant?.tally ?? (course === 'voted-down' ? { present: should, for: Math.floor(should / 2), against: should - Math.floor(should / 2), abstain: 0 } : { present: should, for: should, against: 0, abstain: 0 })
  act(dates.vote, secretary, { act: 'vote', meetingId: `${dates.vote}-${random.token(12)}`, date: dates.vote, shouldAttend: Math.max(should, tally.present), secret: random.chance(0.5), ...tally })
  act(dates.approve, committee, { act: 'approve', decision: decision(above, dates.approve, random.int(3, 7), '团委会') })
  if (open && dates.file < today) act(dates.file, county, { act: 'file', ...fileFor(student.personId, 'form', dates.file) })
  act(dates.oath, secretary, { act: 'swear-in', date: dates.oath, place: random.pick(['学校操场', '烈士陵园', '学术报告厅']) })
  if (open && dates.archive < today) act(dates.archive, secretary, { act: 'archive', ...((({ fileId, sha256 }) => ({ fileId, sha256 }))(fileFor(student.personId, 'e-file', dates.archive))) })
}
