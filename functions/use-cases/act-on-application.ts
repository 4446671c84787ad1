import { isDeepStrictEqual } from 'node:util'
import type { ApplicationStep } from '@shared/model/application'
import type { LedgerEntry, ScanEntry } from '@shared/model/ledger'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import type { ActInput, ActRequest, Company, NewStep } from '../core/act-input'
import { actOnApplication as decide } from '../core/act-on-application'
import { chainStep } from '../core/chain-step'
import { evaluationOf } from '../core/evaluation-of'
import { standingScans } from '../core/fold-attendance'
import { foldApplication } from '../core/fold-application'
import { messagesOfStep } from '../core/message-of'
import { appendApplicationStep, expireWords } from '../store/applications'
import { keys } from '../store/keys'
import { messageWrite } from '../store/messages'
import { type Me, readMe } from '../store/people'
import { getItems } from '../store/table'
import { applicationFacts } from './application-facts'
import { type Context, instantOf } from './context'
import { membershipWrites } from './membership-writes'
import { nameEntries } from './known-entries'
import { movedMeanwhile } from './move-member'
import { signHead } from './sign-head'
import { planWrites } from './plan-writes'
import { withFreshPolicy } from './read-policy'
import { untilDecided } from './until-decided'

export type AppendStep = typeof appendApplicationStep

/** Who is named in an act: their accounts are read to know what they are. */
const namedIn = (input: ActInput): string[] => {
  if (input.act === 'fill-form') return input.introducers
  return input.act === 'name-activist' ? input.mentors.flatMap(({ personId }) => personId ?? []) : []
}

const companyOf = async (context: Context, branch: string, input: ActInput): Promise<Company> => {
  const people = await getItems<Me>(context.table, namedIn(input).map((id) => keys.me(id)), true)
  return { branch, people: new Map(people.flatMap((one) => (one ? [[one.personId, { branch: one.branch, isMember: one.leagueMember !== undefined }] as const] : []))) }
}

/** Whether a step is what this request asked for: the same act with the same words, by the same person. */
const saysTheSame = (step: ApplicationStep, { input, actor }: ActRequest): boolean => {
  const said = { ...step.facts, ...step.texts } as Record<string, unknown>
  const own = Object.entries(input).filter(([key, value]) => key !== 'act' && value !== undefined)
  return step.act === input.act && step.by === actor.personId && own.every(([key, value]) => !(key in said) || (key === 'mentors' ? true : isDeepStrictEqual(said[key], value)))
}

/** Scans and exams that a step is locked to: a transaction takes a hundred items. Scans are the latest, for one is taken back on the day of its event (docs/decisions.md). */
const lockedAtMost = 20

/** The scans that what was evaluated stands on; none where nothing was. */
const scansUnder = ({ rules, facts }: NewStep, entries: readonly LedgerEntry[]): ScanEntry[] => {
  if (!rules && !('points' in facts)) return []
  const scans = standingScans(entries.filter((entry) => entry.type === 'scan' || entry.type === 'scan-undone'))
  return scans.sort((a, b) => Date.parse(a.time) - Date.parse(b.time)).slice(-lockedAtMost)
}

/**
 * Reads everything with consistent reads, decides, and appends the next step with its place in the signed chain, on the condition that nobody moved the
 * application, no record was decided on, no scan taken back and no place of the plan was taken since the read. Where somebody else was first it decides again on what is there
 * now, which tells the second one. A step with this id, in whichever application, stands. `append` is a parameter so that a test can take the guard away.
 */
export const actOn = async (context: Context, me: Me, request: ActRequest, append: AppendStep = appendApplicationStep): Promise<Refusal | undefined> => {
  const fresh = withFreshPolicy(context)
  const branch = me.branch
  if (branch === undefined) return refuse('not-found')
  const company = await companyOf(context, branch, request.input)
  let met = false
  const outcome = await untilDecided<Refusal | 'done'>(context, async () => {
    // Whoever was first may have moved the person to another branch: what is decided here is not decided there.
    if (met && (await readMe(context.table, me.personId, true))?.branch !== branch) return movedMeanwhile(context.table, me.personId)
    met = true
    const { facts, steps, entries, folded, policy, plan } = await applicationFacts(fresh, me)
    const again = steps.find(({ stepId }) => stepId === request.stepId)
    if (again) return saysTheSame(again, request) ? 'done' : refuse('id-reused')
    const decided = decide(facts, request, company)
    if (isRefusal(decided)) return decided

    const application = foldApplication(steps)
    const continues = decided.act === 'apply' && application?.state !== 'returned' ? undefined : application
    const last = continues?.steps.at(-1)
    const evaluated = decided.rules && evaluationOf(facts.caseAt(Date.parse(decided.rules.asOf)), policy.issues, nameEntries(entries))
    const salt = Buffer.from(context.random(16)).toString('hex')
    const step = chainStep(decided, { n: steps.length + 1, stepId: request.stepId, applicationId: continues?.applicationId ?? request.stepId, at: instantOf(context.now()), by: request.actor.personId, procedure: facts.procedure.version, last, salt, evaluated })
    const head = await signHead(context.signer, step)
    const ended = step.to === 'rejected' || step.to === 'withdrawn' || step.to === 'terminated'
    const expiresAt = ended ? Math.floor(context.now() / 1000) + context.config.endedApplicationDays * 86_400 : undefined
    const kept = continues?.steps.filter((one) => 'salt' in one) ?? []
    const also = [...(expiresAt === undefined ? [] : expireWords(context.table, me.personId, kept, expiresAt)), ...planWrites(context, me, plan, continues, step), ...membershipWrites(context, { ...me, branch }, continues, step), ...messagesOfStep(me, step).map(({ to, ...message }) => messageWrite(context.table, to, message))]
    const appended = await append(context.table, me.personId, { step, salt, expiresAt, head, decisions: folded.decisions, exams: folded.exams.slice(-lockedAtMost), scans: scansUnder(decided, entries), also })
    return appended ? 'done' : undefined
  })
  return outcome === 'done' ? undefined : outcome
}

