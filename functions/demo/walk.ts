import { randomBytes } from 'node:crypto'
import type { Answer, Input } from '@shared/contract'
import { noticeVersion } from '@shared/model/consent'
import { type ApiClient, Refused } from './api-client'
import { drawPictures } from './pictures'

/** One line of the walk: who did what, and what came of it. */
export interface Step {
  who: string
  what: string
  figures: string
}
export interface Stage {
  api: ApiClient
  /** A fresh `code` of WeChat's for a new identity, from the local stage's stand-in. */
  weChatCode(): Promise<string>
  /** Epoch milliseconds. */
  now(): number
  show(step: Step): void
}

const hour = 3_600_000
const newId = (): string => randomBytes(12).toString('hex')
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks until `wanted` holds; projections follow the ledger by some milliseconds. */
const until = async <T>(what: string, ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < 150; tries++) {
    const answer = await ask()
    if (wanted(answer)) return answer
    await pause(100)
  }
  throw new Error(`Waited 15 s in vain for ${what}`)
}

type Home = Answer<'home'>
const minutesOf = (home: Home): number => home.figures.find(({ key }) => key === 'volunteer-hours')?.achieved ?? 0
const unmetOf = (home: Home): string => home.figures.filter(({ enforcement, met }) => enforcement === 'required' && !met).map(({ key, achieved, required }) => `${key} ${achieved}/${required}`).join(', ') || 'none'

/** A new student in the branch: the roster's import, the binding code, WeChat's sign-in. Fresh on every walk, so that it can be walked again. */
const enrol = async ({ api, weChatCode, show, now }: Stage, secretary: { token: string; branch: string; className: string }) => {
  const serial = String(now() % 1_000_000_000)
  const name = `演示${'甲乙丙丁戊己庚辛壬癸'[Number(serial.at(-1))]}${'子丑寅卯辰巳午未申酉'[Number(serial.at(-2))]}`
  const two = (n: number) => String(n).padStart(2, '0')
  // Name and birth date differ from walk to walk: the roster would take the same ones for the same person.
  const birthDate = `${new Date(now()).getUTCFullYear() - 16}-${two(1 + (Number(serial) % 12))}-${two(1 + (Math.floor(Number(serial) / 12) % 28))}`
  const content = Buffer.from(`姓名,出生日期,班级,学号\n${name},${birthDate},${secretary.className},9${serial}\n`).toString('base64')
  const sheet = { org: secretary.branch, content }
  const dry = await api.call('importRoster', { ...sheet, dryRun: true }, secretary.token)
  const row = (await api.call('importRoster', { ...sheet, dryRun: false }, secretary.token)).rows[0]
  if (!row?.personId) throw new Error(`The roster's row was not taken: ${JSON.stringify(row ?? dry)}`)
  show({ who: 'secretary', what: 'imports a roster of one', figures: `dry run: ${dry.counts.new} new, ${dry.counts.refused} refused; ${name} is ${row.personId}` })
  const { code } = await api.call('issueBindingCode', { personId: row.personId, id: newId() }, secretary.token)
  const unbound = await api.call('signIn', { provider: 'wechat', code: await weChatCode() })
  const { token } = await api.call('bindIdentity', { code, consent: { version: noticeVersion } }, unbound.token)
  show({ who: 'student', what: 'signs in with WeChat, agrees to the notice and binds by the code', figures: `person before: ${unbound.person === null ? 'none' : 'known'}, after: ${name}` })
  return { personId: row.personId, token }
}

/** Uploads one picture as a browser would, and waits until it was re-encoded. */
const upload = async ({ api }: Stage, token: string): Promise<{ photoId: string; sha256: string; bytes: number }> => {
  const jpeg = Buffer.concat([(await drawPictures(1))[0]?.jpeg ?? new Uint8Array(), randomBytes(8)])
  const place = await api.call('startUpload', { id: newId(), contentType: 'image/jpeg', bytes: jpeg.length }, token)
  const form = new FormData()
  for (const [key, value] of Object.entries(place.fields)) form.set(key, value)
  form.set('file', new Blob([jpeg], { type: 'image/jpeg' }), 'photo.jpg')
  const sent = await fetch(place.url, { method: 'POST', body: form })
  if (!sent.ok) throw new Error(`The upload answered ${sent.status}: ${(await sent.text()).slice(0, 300)}`)
  const photo = await until('the photo', () => api.call('showUpload', { photoId: place.photoId }, token), ({ state }) => state !== 'waiting')
  if (photo.state !== 'ready') throw new Error(`The photo was refused: ${photo.refusedBecause}`)
  return { photoId: photo.photoId, sha256: photo.sha256 ?? '', bytes: jpeg.length }
}

/** What the class did together: lessons with an exam, an issue, an activity, and hours; each by a roll. */
const grantTheYear = async ({ api, show, now }: Stage, secretary: { token: string; branch: string }, personId: string): Promise<void> => {
  const rolls = [
    { category: 'civics-class', title: '思政课', quantity: 8, daysAgo: 20, hours: 6 },
    { category: 'league-class', title: '团课', quantity: 8, daysAgo: 19, hours: 6 },
    { category: 'youth-study', title: '青年大学习', quantity: 1, daysAgo: 18, hours: 1 },
    { category: 'quality-activity', title: '劳动实践日', quantity: 1, daysAgo: 17, hours: 3 },
    { category: 'volunteering', title: '社区环境清扫', quantity: 480, daysAgo: 16, hours: 8 },
    { category: 'volunteering', title: '图书馆整理书架', quantity: 480, daysAgo: 15, hours: 8 },
  ] as const
  for (const { category, title, quantity, daysAgo, hours } of rolls) {
    const ended = now() - daysAgo * 24 * hour
    const [startedAt, endedAt] = [new Date(ended - hours * hour).toISOString(), new Date(ended).toISOString()]
    const exam = category === 'league-class' ? { exam: { course: 'league-class', takenAt: endedAt }, people: [{ personId, score: 88 }] } : { people: [{ personId }] }
    const { outcomes } = await api.call('grantRoll', { id: newId(), org: secretary.branch, category, title, startedAt, endedAt, quantity, ...exam }, secretary.token)
    if (!outcomes[0]?.ok) throw new Error(`The roll ${title} was refused: ${outcomes[0]?.code}`)
  }
  show({ who: 'secretary', what: 'grants six class rolls', figures: '8 + 8 lessons, exam 88, 1 issue, 1 activity, 960 minutes' })
}

const today = ({ now }: Stage): string => new Date(now() + 8 * hour).toISOString().slice(0, 10)
type Said = Input<'actOnApplication'>['what']
const actionOf = async ({ api }: Stage, secretary: { token: string }, personId: string, what: Said) => {
  const { application } = await api.call('showApplication', { personId }, secretary.token)
  return api.call('actOnApplication', { personId, id: newId(), version: application?.version ?? 1, what }, secretary.token)
}

/** What of the procedure can be done on one day: the talk, the class's review, the mentors, a first talk of theirs. */
const cultivate = async (stage: Stage, secretary: { token: string }, personId: string): Promise<void> => {
  const date = today(stage)
  const decision = { body: '支部委员会', date, attendance: 3, minutes: '支委会记录' }
  const acts: [string, Said][] = [
    ['records the talk', { act: 'talk', date, talker: '团支部书记', notes: '谈了对共青团的认识。' }],
    ['records the class’s review', { act: 'record-route', route: 'peer-review', date, tally: { present: 12, for: 10, against: 1, abstain: 1 } }],
    ['names an activist with a mentor', { act: 'name-activist', decision, mentors: [{ name: '班主任' }] }],
    ['enters the mentor’s first talk', { act: 'mentor-talk', date, mentor: 0, notes: '约定先把团课学完。' }],
  ]
  for (const [what, said] of acts) {
    const { application, next } = await actionOf(stage, secretary, personId, said)
    stage.show({ who: 'secretary', what, figures: `application: ${application?.state}, step ${application?.version}; next: ${next?.act}` })
  }
}

/** The proposal before its time: every condition that is missing is told at once. */
const tooEarly = async (stage: Stage, secretary: { token: string }, personId: string, when: string): Promise<void> => {
  const date = today(stage)
  const refusal = await actionOf(stage, secretary, personId, { act: 'propose-candidate', decision: { body: '支部委员会', date, attendance: 3, minutes: '支委会记录' } }).catch((fault: unknown) => fault)
  if (!(refusal instanceof Refused)) throw new Error('A candidate was proposed on the day of the letter')
  const { code, detail } = refusal.problem
  const conditions = (detail?.conditions ?? []) as { key: string; achieved?: number; required?: number }[]
  if (code !== 'conditions-unmet') throw refusal
  stage.show({ who: 'secretary', what: `proposes the candidate ${when}`, figures: `refused: ${code}: ${conditions.map(({ key }) => key).join(', ')}` })
}

/** The main job over the API alone: from an empty ledger to an activist who lacks nothing but three months, with the refusals on the way. */
export const walkTheMainJob = async (stage: Stage): Promise<void> => {
  const { api, show, now } = stage
  const accounts = await api.call('listDemoAccounts', {})
  const asSecretary = accounts.find(({ code }) => code === 'branch-secretary')
  if (!asSecretary) throw new Error('There is no demo account branch-secretary: was the demo county seeded?')
  const signedIn = await api.call('signIn', { provider: 'demo', code: asSecretary.code })
  const secretary = { token: signedIn.token, branch: asSecretary.scope, className: '高一1班' }
  show({ who: 'secretary', what: `signs in (${accounts.length} demo people)`, figures: `${asSecretary.name}, ${asSecretary.scopeName}` })

  const student = await enrol(stage, secretary)
  const home = () => api.call('home', {}, student.token)
  const before = await home()
  show({ who: 'student', what: 'opens the first screen', figures: `eligible: ${before.eligible}; unmet: ${unmetOf(before)}` })

  const applied = await api.call('apply', { id: newId(), letter: '我志愿加入中国共产主义青年团，请团支部考验我。' }, student.token)
  show({ who: 'student', what: 'applies with a letter', figures: `application: ${applied.application?.state}, next: ${applied.next?.act}` })

  await cultivate(stage, secretary, student.personId)
  await tooEarly(stage, secretary, student.personId, 'on the first day')
  await grantTheYear(stage, secretary, student.personId)
  const granted = await until('the rolls to count', home, (answer) => minutesOf(answer) === 960)
  show({ who: 'student', what: 'sees the rolls counted', figures: `eligible: ${granted.eligible}; unmet: ${unmetOf(granted)}` })

  const photo = await upload(stage, student.token)
  show({ who: 'student', what: 'uploads a photo', figures: `${photo.bytes} bytes, re-encoded; sha-256 ${photo.sha256.slice(0, 12)}…` })
  const ended = now() - 3 * 24 * hour
  const record = await api.call('submitRecord', {
    id: newId(), category: 'volunteering', startedAt: new Date(ended - 4 * hour).toISOString(), endedAt: new Date(ended).toISOString(), quantity: 240,
    title: '敬老院陪伴老人', place: '镇敬老院', photoIds: [photo.photoId],
  }, student.token)
  show({ who: 'student', what: 'records 240 minutes with it', figures: `record: ${record.status}; minutes still ${minutesOf(await home())}` })

  const waiting = await until('the review queue', () => api.call('listReviews', { org: secretary.branch, limit: 100 }, secretary.token), ({ items }) => items.some((item) => item.record.recordId === record.recordId))
  const item = waiting.items.find((one) => one.record.recordId === record.recordId)
  const change = item?.wouldChange.find(({ key }) => key === 'volunteer-hours')
  show({ who: 'secretary', what: `reads the review queue (${waiting.items.length})`, figures: change ? `approving would change ${change.key} ${change.from} → ${change.to} of ${change.required}` : 'approving would change nothing' })
  const { outcomes } = await api.call('reviewRecords', { decisions: [{ id: newId(), personId: student.personId, recordId: record.recordId, verdict: 'approved' }] }, secretary.token)
  if (!outcomes[0]?.ok) throw new Error(`The record was not approved: ${outcomes[0]?.code}`)
  const ready = await until('the approval to count', home, (answer) => minutesOf(answer) === 1200)
  show({ who: 'student', what: 'sees it approved', figures: `minutes ${minutesOf(granted)} → ${minutesOf(ready)}; eligible: ${ready.eligible}; unmet: ${unmetOf(ready)}` })

  await tooEarly(stage, secretary, student.personId, 'again, with everything done but time')
  const known = await api.call('showApplication', { personId: student.personId }, student.token)
  const end = await until('the first screen to follow', home, (answer) => answer.application?.state === 'cultivating')
  show({ who: 'student', what: 'opens the first screen', figures: `application: ${end.application?.state}; earliest admission: ${known.earliestAdmission ?? 'not to be told'}` })
}
