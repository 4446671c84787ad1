import type { DecisionEntry, ExamEntry, LedgerEntry, RecordContent, RecordEntry, ReviewReason, ScanEntry } from '@shared/model/ledger'
import { addDays, at, later, localDate } from './calendar'
import type { DemoEvent } from './events'
import type { DemoStudent } from './people'
import type { Photos } from './photos'
import type { Random } from './random'
import { type Category, civicsTitle, leagueTitle, studyTitle, type Theme } from './themes'

/** How a self-report ends: not at all, or by one decision or two. */
export interface Outcome {
  verdict: 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'revoked'
  reason?: ReviewReason
  words?: string
}
export interface SelfReport {
  theme: Theme
  date: string
  /** Minutes of the local day. */
  from: number
  minutes: number
  category?: Category
  quantity?: number
  outcome?: Outcome
  photos?: number
  /** Uses this scene's very picture of another record again. */
  reuse?: string
  /** Why the secretary entered it for the student. */
  why?: string
}
type Undecided = Omit<DecisionEntry, 'n'>

/** Writes one student's ledger, entry by entry; decisions are numbered at the end, in the order of time. */
export class StudentLedger {
  private readonly entered: (RecordEntry | ScanEntry | ExamEntry)[] = []
  private readonly decided: Undecided[] = []

  constructor(
    readonly student: DemoStudent,
    readonly random: Random,
    private readonly photos: Photos,
    private readonly today: string,
  ) {}

  /** The dates on which something volunteered already stands: nothing approved is to overlap by chance. */
  readonly busy = new Set<string>()

  selfReport({ theme, date, from, minutes, category = 'volunteering', quantity = minutes, outcome = { verdict: 'approved' }, photos = 0, reuse, why }: SelfReport): RecordEntry {
    const { personId, secretary } = this.student
    if (category === 'volunteering') this.busy.add(date)
    const startedAt = at(date, from)
    const endedAt = later(startedAt, minutes)
    const submittedAt = later(endedAt, this.random.int(20, 180))
    const photoIds = Array.from({ length: photos }, (_, i) => this.photos.take(personId, theme.scene + i, submittedAt, i === 0 ? reuse : undefined))
    const entry: RecordEntry = {
      type: 'record', recordId: this.id('r'), source: why === undefined ? 'self-reported' : 'on-behalf', category, startedAt, endedAt, quantity,
      title: theme.title, place: theme.place, description: theme.description, photoIds, ...(why !== undefined && { why }), at: submittedAt, by: why === undefined ? personId : secretary,
    }
    this.entered.push(entry)
    this.decide(entry, outcome, secretary)
    return entry
  }

  private decide(entry: RecordEntry, { verdict, reason, words }: Outcome, secretary: string): void {
    if (verdict === 'pending') return
    const base = { type: 'decision' as const, recordId: entry.recordId, evidence: verdict === 'withdrawn' ? [] : entry.photoIds.map((id) => this.photos.hashOf(id)) }
    const first = this.reviewedAt(entry.at, 1, 3)
    if (verdict === 'withdrawn') this.decided.push({ ...base, decisionId: this.id('d'), verdict, at: later(entry.at, this.random.int(5, 200)), by: entry.by })
    else this.decided.push({ ...base, decisionId: this.id('d'), verdict: verdict === 'revoked' ? 'approved' : verdict, ...(verdict === 'rejected' && { reason, words }), at: first, by: secretary })
    if (verdict === 'revoked') this.decided.push({ ...base, decisionId: this.id('d'), verdict, reason, words, at: this.reviewedAt(first, 2, 6), by: secretary })
  }

  /** What an approved record says some days after: the entry stays as it is. */
  correct({ recordId, category, startedAt, endedAt, quantity, title, place, photoIds }: RecordEntry, to: Partial<RecordContent>, words: string): void {
    const from = { category, startedAt, endedAt, quantity, title, place }
    const approved = this.decided.find((one) => one.recordId === recordId)?.at ?? endedAt
    this.decided.push({
      type: 'decision', decisionId: this.id('d'), recordId, verdict: 'corrected', words, correction: { from, to: { ...from, ...to } }, evidence: photoIds.map((id) => this.photos.hashOf(id)), at: this.reviewedAt(approved, 2, 6), by: this.student.secretary,
    })
  }

  /** A working hour some days later, and never after yesterday. */
  private reviewedAt(after: string, low: number, high: number): string {
    const wanted = at(addDays(localDate(after), this.random.int(low, high)), this.random.int(8 * 60 + 30, 17 * 60 + 30))
    const latest = at(addDays(this.today, -1), 21 * 60 + 30)
    return wanted <= latest ? wanted : later(latest, this.decided.length)
  }

  /** A platform's hours, taken over with the roster of the class. */
  imported(theme: Theme, date: string, from: number, minutes: number): void {
    this.busy.add(date)
    this.granted('volunteering', theme.title, date, from, minutes, { quantity: minutes, source: 'imported', place: theme.place })
  }

  lesson(course: 'civics-class' | 'league-class', lesson: number, date: string): void {
    const [title, from] = course === 'civics-class' ? [civicsTitle(lesson), 15 * 60 + 30] : [leagueTitle(lesson), 16 * 60 + 20]
    this.granted(course, title, date, from, 45, { distinctKey: `lesson-${lesson}` })
  }

  study(issue: { id: string; publishedAt: string }, daysAfter: number): void {
    this.granted('youth-study', studyTitle(issue.id), addDays(localDate(issue.publishedAt), daysAfter), 12 * 60 + this.random.int(10, 60), 12, { distinctKey: issue.id, source: 'imported' })
  }

  activity(theme: Theme, date: string): void {
    this.granted('quality-activity', theme.title, date, 14 * 60, 120, { place: theme.place })
  }

  private granted(category: Category, title: string, date: string, from: number, minutes: number, more: { quantity?: number; distinctKey?: string; place?: string; source?: 'granted' | 'imported' }): void {
    const startedAt = at(date, from)
    const endedAt = later(startedAt, minutes)
    const { quantity = 1, source = 'granted', distinctKey, place } = more
    this.entered.push({
      type: 'record', recordId: this.id('g'), source, category, startedAt, endedAt, quantity, ...(distinctKey !== undefined && { distinctKey }),
      title, ...(place !== undefined && { place }), photoIds: [], at: later(endedAt, 30), by: this.student.secretary,
    })
  }

  exam(score: number, date: string): void {
    const takenAt = at(date, 15 * 60)
    this.entered.push({ type: 'exam', examId: this.id('x'), course: 'league-class', takenAt, score, at: later(takenAt, 90), by: this.student.secretary })
  }

  /** An entry by the list or by the pass, and an exit unless it was forgotten. Minutes after the event's start. */
  attend(event: DemoEvent, stay: { entry?: number; exit?: number } = {}): void {
    const { title, place, category, startsAt, endsAt, quantity, minimumMinutes, breaks } = event
    if (category === 'volunteering') this.busy.add(event.date)
    const credit = { title, place, category, startsAt, endsAt, ...(quantity !== undefined && { quantity }), minimumMinutes, breaks }
    const way = this.random.chance(0.7) ? 'pass' as const : 'list' as const
    const scan = (direction: 'entry' | 'exit', minutes: number) => {
      const time = later(startsAt, minutes)
      const skewMs = this.random.int(-1500, 1500)
      this.entered.push({ type: 'scan', scanId: this.id('s'), eventId: event.eventId, direction, way, verdict: 'accepted', time, deviceTime: new Date(Date.parse(time) + skewMs).toISOString(), skewMs, credit, at: time, by: event.publishedBy })
    }
    if (stay.entry !== undefined) scan('entry', stay.entry)
    if (stay.exit !== undefined) scan('exit', stay.exit)
  }

  private id(kind: string): string {
    return `${kind}-${this.random.token(12)}`
  }

  entries(): LedgerEntry[] {
    const decisions = [...this.decided].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map((decision, i): DecisionEntry => ({ ...decision, n: i + 1 }))
    return [...this.entered, ...decisions]
  }
}
