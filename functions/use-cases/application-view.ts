import type { Answer } from '@shared/contract'
import type { ActName, Application, ApplicationStep } from '@shared/model/application'
import type { StaffAct } from '@shared/model/procedure'
import { lastOf, mayFollow, nextAct, noticeOf } from '@shared/rules/application-order'
import { localDateIn } from '@shared/rules/local-date-in'
import { actConditions, silentIntroducers } from '../core/act-conditions'
import { actorsOf, ofApplicant } from '../core/actors-of'
import { dateOf } from '../core/date-of-step'
import { admissionTimeline } from '../core/admission-timeline'
import { may } from '../core/may'
import { readRoster } from '../store/members'
import type { Me } from '../store/people'
import { applicationFacts } from './application-facts'
import type { Actor, Context } from './context'
import { formFacts } from './form-facts'
import { namesOf } from './names-of'
import { showPerson } from './show-person'
import { showPhotos } from './show-upload'

type View = Answer<'showApplication'>
type ShownStep = NonNullable<View['application']>['steps'][number]

/** One entry of the trail as it is shown; the people named in it come by name. */
const showStep = async (context: Context, personId: string, timeZone: string, step: ApplicationStep, nameOf: (id: string) => string): Promise<ShownStep> => {
  const { n, act, to, at, by, onBehalf, rules } = step
  const facts = step.facts as Record<string, unknown>
  const texts = (step.texts ?? {}) as Record<string, unknown>
  const pick = <K extends keyof ShownStep>(key: K, value: unknown) => (value === undefined || value === '' ? {} : { [key]: value as ShownStep[K] })
  const photos = facts.photos as { photoId: string }[] | undefined
  return {
    n, act, to, at, byName: nameOf(by), ...(onBehalf && { onBehalf }), date: dateOf(timeZone, step), ...(rules && { rules: rules.version }),
    ...pick('decision', facts.decision), ...pick('reason', texts.reason), ...pick('words', texts.words ?? texts.notes ?? texts.reply ?? texts.finding ?? texts.opinion), ...pick('late', facts.late), ...pick('route', facts.route), ...pick('unit', texts.unit), ...pick('mentor', facts.mentor), ...pick('until', facts.until), ...pick('place', texts.place), ...pick('masked', facts.masked), ...pick('of', facts.of), ...pick('upheld', facts.upheld), ...pick('number', facts.number),
    ...(step.act === 'vote' && { tally: { present: step.facts.present, for: step.facts.for, against: step.facts.against, abstain: step.facts.abstain, shouldAttend: step.facts.shouldAttend, passed: step.facts.passed, secret: step.facts.secret } }),
    ...(step.act === 'record-route' && step.facts.route === 'peer-review' && { tally: step.facts.tally }),
    ...(step.act === 'record-route' && step.facts.route === 'points' && { points: { points: step.facts.points, needed: step.facts.needed } }),
    ...(step.act === 'introduce' && { introducer: { personId: step.facts.introducer, name: nameOf(step.facts.introducer) } }),
    ...(photos && { photos: await showPhotos(context, personId, photos.map(({ photoId }) => photoId)) }),
  }
}

const showTrail = async (context: Context, me: Me, timeZone: string, application: Application): Promise<View['application']> => {
  const { applicationId, state, position, version, appliedAt, since, steps } = application
  const introducers = lastOf(application, 'fill-form')?.facts.introducers ?? []
  const mentors = lastOf(application, 'name-activist')
  const names = await namesOf(context, [...steps.map(({ by }) => by), ...introducers, ...steps.flatMap((one) => (one.act === 'introduce' ? [one.facts.introducer] : []))])
  const nameOf = (id: string) => names.get(id) ?? ''
  const letter = lastOf(application, 'apply')
  const silent = silentIntroducers(application)
  const { opened, closed } = noticeOf(application)
  return {
    applicationId, state, position, version, appliedAt, since,
    letter: letter?.texts?.letter,
    paper: letter?.facts.photos && { date: dateOf(timeZone, letter), byName: nameOf(letter.by), photos: await showPhotos(context, me.personId, letter.facts.photos.map(({ photoId }) => photoId)) },
    mentors: (mentors?.facts.mentors ?? []).map(({ personId }, i) => ({ ...(personId !== undefined && { personId }), name: mentors?.texts?.mentors[i] ?? '' })),
    introducers: introducers.map((personId) => ({ personId, name: nameOf(personId), spoken: !silent.includes(personId) })),
    form: lastOf(application, 'fill-form')?.texts?.form, number: lastOf(application, 'pre-review')?.facts.number,
    notice: opened && { from: opened.facts.from, until: opened.facts.until, masked: opened.facts.masked, ...(closed && { closed: closed.facts.date }) },
    steps: await Promise.all(steps.map((one) => showStep(context, me.personId, timeZone, one, nameOf))),
  }
}

const everyAct = ['talk', 'record-route', 'name-activist', 'mentor-talk', 'propose-candidate', 'pre-review', 'open-notice', 'object', 'answer-objection', 'close-notice', 'fill-form', 'introduce', 'vote', 'approve', 'reject', 'file', 'swear-in', 'archive', 'return', 'terminate', 'withdraw'] as const satisfies readonly ActName[]
/** What a branch secretary may enter for whose act it is. */
const fromPaper: readonly ActName[] = ['mentor-talk', 'introduce', 'fill-form']

/** A person's application, its trail, what the next act waits for, what the caller may do, and the earliest dates. Decides nothing, but reads what decides: the ledger. */
export const applicationView = async (context: Context, me: Me, actor: Actor): Promise<View> => {
  const { facts } = await applicationFacts(context, me)
  const { application, procedure: { content }, timeZone } = facts
  const own = actor.personId === me.personId
  const mayDo = (act: ActName): boolean => {
    if (own) return ofApplicant.includes(act)
    if (fromPaper.includes(act)) return may(actor.roles, ['branch-secretary', 'committee', 'county-committee'], me.branch ?? '')
    return !ofApplicant.includes(act) && may(actor.roles, content.actors[act as StaffAct], me.branch ?? '')
  }
  const mine = (own ? (['apply', ...everyAct] as const) : everyAct).filter((act) => mayDo(act) && mayFollow(application, act))
  const next = nextAct(application)
  const conditions = next === undefined ? [] : actConditions(next, facts, localDateIn(timeZone, facts.now), own || !mayDo(next) ? undefined : actor.personId)
  const ahead = own ? undefined : formFacts(facts, mine)
  const chooses = !own && (mine.includes('name-activist') || mine.includes('fill-form'))
  const members = chooses ? (await readRoster(context.table, me.branch ?? '')).filter(({ personId, leagueMember, graduated }) => leagueMember && graduated === undefined && personId !== me.personId).map(({ personId, name }) => ({ personId, name })) : undefined
  const { milestones, earliestAdmission } = admissionTimeline(facts)
  return {
    person: await showPerson(context, me), application: application && (await showTrail(context, me, timeZone, application)),
    next: next && { act: next, by: [...actorsOf(next, content)], conditions, ready: conditions.every(({ met }) => met) },
    mine, ahead: ahead && { ...ahead, ...(members && { members }) },
    timeline: milestones, earliestAdmission,
  }
}
