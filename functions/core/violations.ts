import type { ActName, ApplicationState, ApplicationStep, ChainHead, StepOf } from '@shared/model/application'
import type { LedgerEntry } from '@shared/model/ledger'
import { above } from '@shared/model/org'
import type { NumberRange } from '@shared/model/plan'
import type { RuleSetVersion, StudyIssueEntry } from '@shared/model/policy'
import type { ProcedureContent, ProcedureVersion, Share } from '@shared/model/procedure'
import type { Violation, ViolationCode } from '@shared/model/violation'
import { ageOn } from '@shared/rules/age-on'
import { evaluate } from '@shared/rules/evaluate'
import { localDateIn } from '@shared/rules/local-date-in'
import { dayAfter, monthsAfter } from './act-conditions'
import { faultOfChain, sealOf } from './audit-chain'
import { caseOf } from './case-of'
import { foldLedger } from './fold-ledger'
import { foldPolicy, inForce } from './fold-policy'
import { procedureInForce } from './procedure-in-force'
import { withOwnYears, type WorkCalendar, workingDaysBetween } from './working-days'

type Step = ApplicationStep & { salt?: string }

/** All that an application is checked by. */
export interface AuditFacts {
  person: { personId: string; birthDate?: string | undefined; branch?: string | undefined }
  /** Of one application, in order. */
  steps: readonly Step[]
  head: ChainHead | undefined
  /** Whether the head's signature is the key's; absent where nobody holds the key. */
  signed?: boolean | undefined
  timeZone: string
  procedures: readonly ProcedureVersion[]
  ruleSets: readonly RuleSetVersion[]
  issues: readonly StudyIssueEntry[]
  entries: readonly LedgerEntry[]
  /** The entries that a decision stood on (use-cases/known-entries.ts). */
  entriesNamed(known: string): readonly LedgerEntry[]
  calendar: WorkCalendar
  /** Whoever is named in the application: their branch, and since when they are a member. */
  members: ReadonlyMap<string, { branch?: string | undefined; since?: string | undefined }>
  ranges: readonly NumberRange[]
  /** Who has the number that was reserved, by the register of numbers. */
  owner?: string | undefined
  /** The lines of the plan that this application is beyond. */
  beyond: readonly string[]
}

/** From which states an act leads, and to which: the auditor's own reading of the table of states. */
const ways: Partial<Record<ActName, [readonly ApplicationState[], ApplicationState]>> = {
  talk: [['applied'], 'talked'], 'record-route': [['talked'], 'talked'], 'name-activist': [['talked'], 'activist'], 'mentor-talk': [['activist', 'cultivating'], 'cultivating'], 'propose-candidate': [['cultivating'], 'candidate-proposed'],
  'pre-review': [['candidate-proposed'], 'pre-reviewed'], 'open-notice': [['pre-reviewed'], 'public-notice'], object: [['public-notice'], 'public-notice'], 'answer-objection': [['public-notice'], 'public-notice'], 'close-notice': [['public-notice'], 'public-notice'],
  'fill-form': [['public-notice'], 'form-filled'], introduce: [['form-filled'], 'form-filled'], vote: [['form-filled'], 'branch-voted'], approve: [['branch-voted'], 'committee-approved'], file: [['committee-approved'], 'filed'], 'swear-in': [['filed'], 'sworn-in'], archive: [['sworn-in'], 'archived'],
}
const needed: readonly ActName[] = ['apply', 'talk', 'record-route', 'name-activist', 'mentor-talk', 'propose-candidate', 'pre-review', 'open-notice', 'close-notice', 'fill-form', 'introduce', 'vote', 'approve', 'file', 'swear-in', 'archive']
/** Acts that an applicant may do themselves. */
const own: readonly ActName[] = ['apply', 'fill-form', 'withdraw']

const overHalf = (part: number, whole: number, [a, b]: Share): boolean => part * b > whole * a

/**
 * Re-runs every condition of spec/admission-procedure.md over one application that came as far as the county's file: an auditor's own reading, beside the
 * conditions that let its steps through (core/act-conditions.ts). Each thing that did not hold, in the order of the procedure; none where all held.
 */
export const violationsOf = (facts: AuditFacts): Violation[] => {
  const { person, steps, timeZone } = facts
  const found: Violation[] = []
  const dateOf = (step: ApplicationStep): string => ('decision' in step.facts ? step.facts.decision.date : 'from' in step.facts ? step.facts.from : 'date' in step.facts && step.facts.date !== undefined ? step.facts.date : localDateIn(timeZone, Date.parse(step.at)))
  const tell: Tell = (code, step, values) => {
    const text = (value: string | number | undefined) => (value === undefined ? undefined : String(value))
    const [was, asked] = [text(values?.found), text(values?.asked)]
    found.push({ code, ...(step && { act: step.act, n: step.n, date: dateOf(step) }), ...(values?.key !== undefined && { key: values.key }), ...(was !== undefined && { found: was }), ...(asked !== undefined && { asked }) })
  }
  const inForceAt = (step: ApplicationStep): ProcedureVersion => procedureInForce(facts.procedures, localDateIn(timeZone, Date.parse(step.at)), Date.parse(step.at))
  const contentAt = (step: ApplicationStep): ProcedureContent => inForceAt(step).content
  // What a return undid was done again: the last of each act stands.
  const last = <A extends ActName>(act: A): StepOf<A> | undefined => steps.findLast((step): step is Step & StepOf<A> => step.act === act) as StepOf<A> | undefined
  const since = <A extends ActName>(act: A, from: ApplicationStep | undefined): StepOf<A>[] => steps.filter((step) => step.act === act && step.n > (from?.n ?? 0)) as unknown as StepOf<A>[]

  checkTrail(facts, tell)
  checkOrder(facts, dateOf, tell)
  for (const step of steps) if (inForceAt(step).version !== step.procedure) tell('wrong-procedure', step, { found: step.procedure, asked: inForceAt(step).version })
  for (const step of steps) if (step.by === person.personId && !own.includes(step.act)) tell('own-act', step)

  const reached = steps.at(-1)?.to
  const until = reached === 'archived' ? needed.length : needed.indexOf(reached === 'sworn-in' ? 'archive' : 'swear-in')
  for (const act of needed.slice(0, until)) if (!last(act)) found.push({ code: 'step-missing', act })

  const ageAt = (step: ApplicationStep, code: ViolationCode) => {
    const { atLeast, below } = contentAt(step).age
    const years = person.birthDate === undefined ? undefined : ageOn(person.birthDate, dateOf(step))
    if (years === undefined || years < atLeast || years >= below) tell(code, step, { found: years, asked: years !== undefined && years >= below ? `< ${below}` : `≥ ${atLeast}` })
  }
  const [letter, talk, named, proposed, reviewed, opened, closed, form, voted, approved, filed] = [last('apply'), last('talk'), last('name-activist'), last('propose-candidate'), last('pre-review'), last('open-notice'), last('close-notice'), last('fill-form'), last('vote'), last('approve'), last('file')]
  if (letter) ageAt(letter, 'age-at-letter')
  if (named) {
    const { routes, need, mentors: { atLeast, atMost }, peerReview } = contentAt(named).activist
    const held = new Set(since('record-route', talk).filter(({ n, facts: said }) => n < named.n && routes.includes(said.route) && (said.route === 'points' ? said.points >= said.needed : said.route === 'peer-review' ? overHalf(said.tally.for, said.tally.present, peerReview.moreThan) : said.photos.length > 0)).map(({ facts: { route } }) => route))
    if (need === 'any' ? held.size === 0 : routes.some((route) => !held.has(route))) tell('no-route', named)
    const count = named.facts.mentors.length
    if (count < atLeast || count > atMost) tell('mentors', named, { found: count, asked: `${atLeast}–${atMost}` })
  }
  if (named && proposed) {
    const { months, mentorTalks } = contentAt(proposed).cultivation
    const from = monthsAfter(dateOf(named), months)
    if (dateOf(proposed) < from) tell('months-as-activist', proposed, { found: dateOf(proposed), asked: `≥ ${from}` })
    const talks = since('mentor-talk', named).filter(({ n }) => n < proposed.n).length
    if (talks < mentorTalks) tell('mentor-talks', proposed, { found: talks, asked: mentorTalks })
  }
  if (proposed) checkRules(facts, proposed, 'age-at-proposal', tell)
  if (reviewed) checkPlan(facts, reviewed, filed, contentAt(reviewed).number.province, tell)
  if (opened && closed) checkNotice(facts, opened, closed, contentAt(closed), tell)
  if (form) {
    const { introducers } = form.facts
    const count = contentAt(form).introducers
    if (introducers.length !== count || new Set(introducers).size !== count || introducers.includes(person.personId)) tell('introducers', form, { found: introducers.length, asked: count })
    const branch = branchThen(facts, reviewed)
    for (const id of introducers) {
      const member = facts.members.get(id)
      if (member?.since === undefined || member.since > dateOf(form) || member.branch !== branch) tell('introducer-not-member', form, { found: id })
      if (!since('introduce', form).some((step) => step.facts.introducer === id && step.n < (voted?.n ?? Number.POSITIVE_INFINITY))) tell('introducer-silent', form, { found: id })
    }
    const lesson = lastLesson(facts, form)
    if (lesson !== undefined && lesson >= dateOf(form)) tell('form-before-lesson', form, { found: dateOf(form), asked: `> ${lesson}` })
  }
  if (voted) {
    const { shouldAttend, present, for: yes, against, abstain } = voted.facts
    const { quorum, majority } = contentAt(voted).vote
    if (yes + against + abstain !== present || present > shouldAttend) tell('tally', voted, { found: `${yes}+${against}+${abstain}`, asked: present })
    if (!overHalf(present, shouldAttend, quorum.moreThan)) tell('no-quorum', voted, { found: present, asked: shouldAttend })
    const whole = majority.of === 'present' ? present : shouldAttend
    if (!overHalf(yes, whole, majority.moreThan)) tell('no-majority', voted, { found: yes, asked: `> ${whole} × ${majority.moreThan.join('/')}` })
    ageAt(voted, 'age-at-meeting')
    checkRules(facts, voted, undefined, tell)
  }
  if (approved) {
    if (facts.entries.some((entry) => entry.type === 'decision' && entry.verdict !== 'withdrawn' && entry.by === approved.by && entry.at <= approved.at)) tell('approver-reviewed', approved)
    if (form?.facts.introducers.includes(approved.by)) tell('approver-introduced', approved)
    if (filed && localDateIn(timeZone, Date.parse(filed.at)) > dayAfter(dateOf(approved), contentAt(filed).filing.withinDays)) tell('filed-late', filed, { found: localDateIn(timeZone, Date.parse(filed.at)), asked: `≤ ${dayAfter(dateOf(approved), contentAt(filed).filing.withinDays)}` })
  }
  return found
}

type Tell = (code: ViolationCode, step?: ApplicationStep, values?: { key?: string | undefined; found?: string | number | undefined; asked?: string | number | undefined }) => void

/** The branch that the application was in: the plan's line names it, wherever the member has moved since. */
const branchThen = ({ person }: AuditFacts, reviewed: StepOf<'pre-review'> | undefined): string | undefined => reviewed?.facts.quota[0]?.split('#')[0] ?? person.branch

/** The chain, what is sealed in it, and its signed head. */
const checkTrail = ({ steps, head, signed }: AuditFacts, tell: Tell): void => {
  const fault = faultOfChain(steps.map(({ salt, ...step }) => step as ApplicationStep))
  if (fault) tell('chain', steps[fault.seq - 1])
  for (const step of steps) if (step.sealed !== undefined && step.salt !== undefined && sealOf(step.salt, step) !== step.sealed) tell('seal', step)
  const end = steps.at(-1)
  if (!head || !end || head.count !== end.seq || head.hash !== end.hash || signed === false) tell('head', end)
}

/** That each act followed what it may follow, and that its dates grow. */
const checkOrder = ({ steps, timeZone }: AuditFacts, dateOf: (step: ApplicationStep) => string, tell: Tell): void => {
  let position: ApplicationState | 'none' = 'none'
  for (const step of steps) {
    const [from, to] = ways[step.act] ?? []
    if (step.act === 'apply' ? position !== 'none' : from && !from.includes(position as ApplicationState)) tell('step-order', step, { found: position })
    if (to !== undefined && step.to !== to && step.to !== 'rejected') tell('step-order', step, { found: step.to, asked: to })
    position = step.act === 'return' ? step.facts.backTo : step.to
    if (dateOf(step) > localDateIn(timeZone, Date.parse(step.at))) tell('in-future', step, { found: dateOf(step) })
  }
  const chain: [ActName, boolean][] = [['apply', false], ['talk', false], ['name-activist', false], ['mentor-talk', false], ['propose-candidate', false], ['pre-review', false], ['open-notice', false], ['close-notice', false], ['fill-form', false], ['introduce', true], ['vote', true], ['approve', true], ['file', false], ['swear-in', false], ['archive', false]]
  let before: ApplicationStep | undefined
  for (const [act, strictly] of chain) {
    const standing = steps.findLast((step) => step.act === act)
    if (!standing) continue
    const all = act === 'introduce' || act === 'mentor-talk' ? steps.filter((step) => step.act === act && step.n > (before?.n ?? 0)) : [standing]
    for (const step of all) if (before && (strictly ? dateOf(step) <= dateOf(before) : dateOf(step) < dateOf(before))) tell('dates-order', step, { found: dateOf(step), asked: `${strictly ? '>' : '≥'} ${dateOf(before)}` })
    before = all.reduce((latest, step) => (dateOf(step) > dateOf(latest) ? step : latest), standing)
  }
}

/** What was known on the day, by the rules in force on it. `age`: the code for the rules' own age; none where the procedure's was looked at. */
const checkRules = (facts: AuditFacts, step: StepOf<'propose-candidate'> | StepOf<'vote'>, age: ViolationCode | undefined, tell: Tell): void => {
  const { person, ruleSets } = facts
  if (!step.rules) return tell('requirement', step)
  const { asOf } = step.rules
  const version = inForce({ ruleSets: [...ruleSets] }, Date.parse(asOf))
  if (!version) return tell('wrong-rules', step, { found: step.rules.version })
  if (version.ruleSet.version !== step.rules.version) tell('wrong-rules', step, { found: step.rules.version, asked: version.ruleSet.version })
  const kept = step.evaluated
  const known = kept ? facts.entriesNamed(kept.known) : facts.entries.filter(({ at }) => at <= step.at)
  const issues = kept ? facts.issues.slice(0, kept.issues) : facts.issues.filter(({ at = '' }) => at <= step.at)
  const result = evaluate(caseOf({ personId: person.personId, ...(person.birthDate !== undefined && { birthDate: person.birthDate }) }, foldLedger([...known]), { ruleSet: version.ruleSet, studyIssues: foldPolicy([], issues).studyIssues }, asOf))
  for (const one of result.requirements) {
    if (one.enforcement !== 'required' || one.met) continue
    const rule = version.ruleSet.requirements.find(({ key }) => key === one.key)
    if (one.kind === 'age') {
      if (age) tell(age, step, { found: Number(one.achieved), asked: one.required })
      continue
    }
    const isLesson = rule?.kind === 'quantity' && rule.category === 'league-class'
    if (isLesson && one.kind === 'quantity' && one.examPassed === false) tell('exam', step)
    if (!isLesson || Number(one.achieved) < one.required) tell(isLesson ? 'lessons' : 'requirement', step, { key: isLesson ? undefined : one.key, found: Number(one.achieved), asked: one.required })
  }
  if (kept && kept.birthDate === person.birthDate && (kept.eligible !== result.eligible || kept.figures.some(({ key, met }) => result.requirements.find((one) => one.key === key)?.met !== met))) tell('evaluation-differs', step)
}

/** The number's form, range and owner; whether the plan had a place. */
const checkPlan = (facts: AuditFacts, reviewed: StepOf<'pre-review'>, filed: StepOf<'file'> | undefined, province: string, tell: Tell): void => {
  const { number, decision: { date } } = reviewed.facts
  const year = localDateIn(facts.timeZone, Date.parse(reviewed.at)).slice(0, 4)
  const serial = Number(number.slice(6))
  const committee = above(branchThen(facts, reviewed) ?? '')[0]
  if (!/^\d{12}$/.test(number) || number.slice(0, 4) !== year || number.slice(4, 6) !== province) tell('number-form', reviewed, { found: number, asked: `${year}${province}······` })
  else if (!facts.ranges.some((range) => range.committee === committee && range.year === Number(year) && range.from <= serial && serial <= range.to)) tell('number-outside', reviewed, { found: number })
  if (facts.owner !== undefined && facts.owner !== facts.person.personId) tell('number-twice', reviewed, { found: number })
  if (filed && filed.facts.number !== number) tell('number-changed', filed, { found: filed.facts.number, asked: number })
  for (const line of reviewed.facts.quota.length === 0 ? [date.slice(0, 4)] : facts.beyond) tell('quota-exceeded', reviewed, { found: line })
}

/** Whole working days between the posting and the taking down, names, and what was objected. */
const checkNotice = (facts: AuditFacts, opened: StepOf<'open-notice'>, closed: StepOf<'close-notice'>, content: ProcedureContent, tell: Tell): void => {
  const days = workingDaysBetween(withOwnYears(facts.calendar, content), opened.facts.from, closed.facts.date)
  if (days === undefined) tell('notice-calendar', closed)
  else if (days < content.notice.workingDays) tell('notice-short', closed, { found: days, asked: content.notice.workingDays })
  const { birthDate } = facts.person
  if (birthDate !== undefined && ageOn(birthDate, opened.facts.from) < content.notice.maskedBelowAge && !opened.facts.masked) tell('names-not-masked', opened)
  const during = facts.steps.filter(({ n }) => n > opened.n && n < closed.n)
  for (const step of during) {
    if (step.act !== 'object') continue
    const answer = during.find((one) => one.act === 'answer-objection' && one.facts.of === step.n)
    if (answer?.act !== 'answer-objection' || answer.facts.upheld) tell('objection-open', step)
  }
}

/** The local date of the last approved lesson of League class that was entered by the time of the form. */
const lastLesson = ({ entries, timeZone }: AuditFacts, form: ApplicationStep): string | undefined =>
  foldLedger(entries.filter(({ at }) => at <= form.at)).records.filter(({ category, status }) => category === 'league-class' && status === 'approved').map(({ endedAt }) => localDateIn(timeZone, Date.parse(endedAt))).sort().at(-1)

/** Which of the applications that hold a place of a line are beyond its quota, by line: those that came last. `holders`: person and instant of the pre-review. */
export const beyondQuota = (lines: readonly { key: string; quota: number }[], holders: readonly { line: string; personId: string; at: string }[]): Map<string, string[]> => {
  const beyond = new Map<string, string[]>()
  for (const { key, quota } of lines) {
    const inOrder = holders.filter(({ line }) => line === key).sort((a, b) => (a.at < b.at ? -1 : 1))
    for (const { personId } of inOrder.slice(quota)) beyond.set(personId, [...(beyond.get(personId) ?? []), key])
  }
  return beyond
}
