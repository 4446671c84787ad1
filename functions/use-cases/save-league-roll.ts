import type { LeagueCourse, LeagueSession, RollLine } from '@shared/model/league-school'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { changeRoll, faultsOfRollChange, lessonRecordId, sessionInstant, standing } from '../core/league-school'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readCourse, readRoll, replaceRoll } from '../store/league-schools'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import { type Actor, type Context, instantOf } from './context'
import { decideRecord } from './decide-record'
import { eachOf } from './each-of'
import { grantOne } from './grant-roll'
import { todayOf } from './home-terms'
import { rollView } from './league-school-view'
import { withName } from './names-of'
import { refuseEntry } from './refuse-entry'

/** People whose ledgers are written at once. */
const width = 10

/** The lesson in the ledger of everyone on the roll, as a class roll grants it; of whoever was taken back it is revoked. What is so already stays: a save whose end was lost is made good by the next. */
const feedLedgers = async (context: Context, { lesson, ...session }: LeagueSession, lines: readonly RollLine[], by: string): Promise<Map<string, string>> => {
  const refused = new Map<string, string>()
  const at = (time: string) => instantOf(sessionInstant(session.date, time))
  await eachOf(lines, width, async (line) => {
    const recordId = lessonRecordId(session.sessionId, line)
    if (line.takenBack) {
      const undone = await decideRecord(context, line.personId, { decisionId: `back-${recordId}`, recordId, verdict: 'revoked', reason: 'other', words: line.takenBack.reason, by: line.takenBack.by })
      // Nobody's lesson, or revoked by a reviewer before: it does not count, and that is what was asked for.
      if (isRefusal(undone) && undone.refused !== 'not-found' && undone.refused !== 'already-decided') refused.set(line.personId, undone.refused)
      return
    }
    const code = await grantOne(context, { id: recordId, category: 'league-class', title: session.title, startedAt: at(session.from), endedAt: at(session.to), quantity: 1, ...(lesson !== undefined && { distinctKey: lesson }), place: session.place }, line.personId, undefined, by)
    if (code !== undefined) refused.set(line.personId, code)
  })
  return refused
}

/** Who of those to be added may not be, and why. */
const refusedOf = async (context: Context, org: string, add: readonly string[], actor: Actor): Promise<Map<string, string>> => {
  const accounts = await getItems<Me>(context.table, add.map((id) => keys.me(id)))
  const codes = await Promise.all(accounts.map((me) => refuseEntry(context, org, me, actor)))
  return new Map(add.flatMap((id, i) => (codes[i] === undefined ? [] : [[id, codes[i] as string] as const])))
}

interface Found {
  course: LeagueCourse
  session: LeagueSession
  lines: RollLine[]
}

const find = async (context: Context, org: string, courseId: string, sessionId: string): Promise<Found | undefined> => {
  const found = await readCourse(context.table, org, courseId)
  const session = found?.sessions.find((one) => one.sessionId === sessionId)
  return found && session && { course: found.course, session, lines: await readRoll(context.table, org, courseId, sessionId) }
}

/**
 * A roll is saved on the revision of its session that was read, and feeds the ledgers after: of two who save at once one is told, and looks again. One outcome for each
 * person; who may not be on it is left out and named. The last request again changes nothing. `replace` is a parameter so that a test can take the guard away.
 */
export const saveLeagueRollBy = (replace: typeof replaceRoll = replaceRoll): UseCase<'saveLeagueRoll'> => async (context, { org, courseId, sessionId, id, revision, add, takeBack, reason }, { actor }) => {
  const found = await find(context, org, courseId, sessionId)
  if (!found) return refuse('not-found')
  let { session, lines } = found
  const changed = async (now: LeagueSession): Promise<Refusal> => withName(context, refuse('league-school-changed', { conflict: { what: 'save', revision: now.revision, by: now.by, at: now.at } }))
  const notAdded = await refusedOf(context, org, add, actor)
  const added = add.filter((one) => !notAdded.has(one))
  const there = new Set(standing(lines).map(({ personId }) => personId))
  const again = session.saveId === id && session.by === actor.personId
  if (again && !(added.every((one) => there.has(one)) && takeBack.every((one) => !there.has(one)))) return refuse('id-reused')
  if (!again) {
    if (session.revision !== revision) return changed(session)
    const change = { add: added, takeBack, reason, today: todayOf(context), at: instantOf(context.now()), by: actor.personId }
    const errors = faultsOfRollChange(found.course, session, lines, { ...change, add })
    if (errors.length) return { refused: 'invalid-input', errors }
    if (added.length + takeBack.length > 0) {
      lines = changeRoll(session, lines, change)
      const next: LeagueSession = { ...session, revision: revision + 1, saveId: id, at: change.at, by: change.by, roll: { present: standing(lines).length, at: change.at, by: change.by } }
      if (!(await replace(context.table, org, next, lines))) {
        const now = (await find(context, org, courseId, sessionId))?.session
        return changed(now ?? session)
      }
      session = next
    }
  }
  const notFed = found.course.kind === 'applicants' ? await feedLedgers(context, session, lines, actor.personId) : new Map<string, string>()
  const outcomes = [...add, ...takeBack].map((personId) => {
    const code = notAdded.get(personId) ?? notFed.get(personId)
    return { personId, ok: code === undefined, ...(code !== undefined && { code }) }
  })
  return { session: await rollView(context, org, found.course, session, lines), outcomes }
}
export const saveLeagueRoll = saveLeagueRollBy()
