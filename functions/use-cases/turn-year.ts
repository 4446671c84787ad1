import { above, countyOf, type Org } from '@shared/model/org'
import { type Refusal, refuse } from '@shared/model/refusal'
import { type ClassTurn, type Stay, type Transfer, undoEnds, type YearTurn } from '@shared/model/turn'
import { localDateIn } from '@shared/rules/local-date-in'
import { branchesAfter, changes, classesOf, faultsOfTurn, lineFor, suggestNames, suggestTurn } from '../core/turn-year'
import type { UseCase } from '../http/app'
import { readMembers } from '../store/members'
import { readOrgs } from '../store/orgs'
import { type Me, type Member, readMe } from '../store/people'
import { relocateWrites } from '../store/stays'
import { transact, type Write } from '../store/table'
import { addTransfer, dropTransfer } from '../store/transfers'
import { beginTurn, readPastTurns, readTurn, setTurnState, turnBranchBack } from '../store/turns'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { tellMoved } from './move-member'
import { orgName } from './show-person'
import { untilDecided } from './until-decided'

/** One partition takes some 500 of these transactions a second. */
const width = 10
/** A function has 29 s; what is not written by then waits for the same request again. */
const writesForMs = 20_000
const zone = 'Asia/Shanghai'

export type Begin = typeof beginTurn

/** A school's branches as the table has them, and its name. */
const schoolOf = async (context: Context, org: string): Promise<{ school: Org; branches: Org[] } | Refusal> => {
  const orgs = await readOrgs(context.table, countyOf(org))
  const school = orgs.find(({ id }) => id === org)
  if (!school || (school.kind !== 'school' && school.kind !== 'township')) return { refused: 'invalid-input', errors: [{ path: 'org', code: 'not-a-committee', message: 'A school or township' }] }
  return { school, branches: orgs.filter(({ id, kind }) => kind === 'branch' && above(id)[0] === org) }
}

const rosterOf = async (context: Context, branches: readonly string[]): Promise<Map<string, Member[]>> => new Map(await eachOf(branches, 4, async (branch) => [branch, await readMembers(context.table, branch)] as const))
const yearNow = (context: Context): number => Number(localDateIn(zone, context.now()).slice(0, 4))

const showTurn = async (context: Context, { turnId, at, byName, state, lines, branches }: YearTurn) => ({
  turnId, at, byName, state, undoUntil: instantOf(undoEnds(at)),
  lines: await Promise.all(lines.map(async ({ branch, className, to }) => ({ branch, branchName: await orgName(context, branch), className, ...(to && { to }) }))),
  branches: branches.map(({ branch, was, now }) => ({ branch, was: was.name, now: now.name })),
})

/** What the turn of the year would be, class by class, and the last ones. */
export const showTurns: UseCase<'showTurns'> = async (context, { org }) => {
  const found = await schoolOf(context, org)
  if ('refused' in found) return found
  const { school, branches } = found
  const [roster, latest, past] = await Promise.all([rosterOf(context, branches.map(({ id }) => id)), readTurn(context.table, org), readPastTurns(context.table, org)])
  const year = yearNow(context)
  const classes = classesOf(branches, roster)
  const suggested = suggestTurn(classes, year)
  const names = suggestNames(branches, year)
  return {
    school: org, schoolName: school.name, year,
    classes: classes.map((one, i) => ({ ...one, ...(suggested[i]?.to && { to: suggested[i].to }) })),
    branches: branches.map(({ id, name }) => ({ id, name, nextName: names.get(id) ?? name })),
    unplaced: [...roster.values()].flat().filter(({ className, graduated }) => className === undefined && graduated === undefined).length,
    ...(latest && { latest: await showTurn(context, latest) }), past: await Promise.all(past.slice(0, 10).map((turn) => showTurn(context, turn))),
  }
}

const stayOf = (turn: YearTurn, kind: Stay['kind'], from: Stay['from'], to: Stay['to'] | undefined, at: string, by: { personId: string; name: string }): Stay => ({
  stayId: `${turn.turnId}-${kind === 'turned-back' ? 'back' : 'turn'}`, kind, at, by: by.personId, byName: by.name, from, ...(to && { to }),
})

/** One person with their class: in the account, the roster and their history, and as a graduate who is to be transferred, where they are a member. */
const takeAlong = async (context: Context, turn: YearTurn, line: ClassTurn, me: Me & { branch: string }, member: Member, year: number): Promise<Write[]> => {
  const from = { branch: me.branch, className: line.className }
  const { to } = line
  const by = { personId: turn.by, name: turn.byName }
  const { table } = context
  const marked = { id: turn.turnId, from }
  if (to) return relocateWrites(table, { me, member, to, turn: marked, stay: stayOf(turn, 'moved-up', from, to, turn.at, by) })
  const first = { stepId: turn.turnId, at: turn.at, by: turn.by, byName: turn.byName, state: 'to-do' as const }
  const transfer: Transfer = { personId: me.personId, name: me.name, school: turn.school, branch: me.branch, className: line.className, year, state: 'to-do', version: 1, since: turn.at, steps: [first] }
  return [...relocateWrites(table, { me, member, to: { branch: me.branch }, graduated: year, turn: marked, stay: stayOf(turn, 'graduated', from, undefined, turn.at, by) }), ...(me.leagueMember ? [addTransfer(table, transfer), await tellMoved(context, me.personId, turn.turnId, turn.at, 'graduated', from)] : [])]
}

/** Takes everybody of the turn's lines along until the time is over or somebody undoes it; whoever was is known by their roster entry. Gives how many are left. */
const carryOn = async (context: Context, turn: YearTurn, until: number): Promise<{ moved: number; waiting: number }> => {
  const branches = [...new Set(turn.lines.map(({ branch }) => branch))]
  const roster = await rosterOf(context, branches)
  const year = Number(localDateIn(zone, Date.parse(turn.at)).slice(0, 4))
  const waits = branches.flatMap((branch) => (roster.get(branch) ?? []).flatMap((member) => {
    const line = lineFor(turn, { branch, className: member.className }, member)
    return line && changes(line) ? [{ branch, line, member }] : []
  }))
  let [moved, gone] = [0, 0]
  await eachOf(waits, width, async ({ branch, line, member }) => {
    if (context.now() > until || (await readTurn(context.table, turn.school))?.state !== 'running') return
    const me = await readMe(context.table, member.personId, true)
    // Moved by hand since the roster was read: nobody waits for them here.
    if (me?.branch !== branch) gone++
    else if (await transact(context.table, await takeAlong(context, turn, line, { ...me, branch }, member, year))) moved++
  })
  return { moved, waiting: waits.length - moved - gone }
}

/** What a dry run shows of each line: who goes along. */
const preview = (lines: readonly ClassTurn[], roster: ReadonlyMap<string, readonly Member[]>) =>
  lines.map(({ branch, className, to }) => ({
    branch, className, ...(to && { to }),
    people: (roster.get(branch) ?? []).filter((member) => member.className === className && member.graduated === undefined).map(({ personId, name, leagueMember }) => ({ personId, name, leagueMember: leagueMember !== undefined })),
  }))

/**
 * A school year's turn: a dry run shows every change; then classes and branches get their new names at once, and the people go along in parts: the same request goes
 * on with them. `begin` is a parameter so that a test can take the guard away.
 */
export const turnYearBy = (begin: Begin = beginTurn): UseCase<'turnYear'> => async (context, { id, org, lines, names, dryRun }, { actor }) => {
  const until = context.now() + writesForMs
  const said = JSON.stringify([lines, names])
  const begun = await untilDecided<YearTurn | Refusal | { dry: ReturnType<typeof preview>; branches: YearTurn['branches'] }>(context, async () => {
    const latest = await readTurn(context.table, org)
    if (latest?.turnId === id && !dryRun) return latest.said === said ? latest : refuse('id-reused')
    if (latest && (latest.state === 'running' || latest.state === 'undoing')) return refuse('turn-open', { state: latest.state, conflict: { byName: latest.byName, at: latest.at } })
    if (latest?.turnId === id) return refuse('id-reused')
    const found = await schoolOf(context, org)
    if ('refused' in found) return found
    const { branches } = found
    const roster = await rosterOf(context, branches.map((branch) => branch.id))
    const faults = faultsOfTurn(lines, classesOf(branches, roster), branches)
    const unknown = names.flatMap(({ branch }, i) => (branches.some((one) => one.id === branch) ? [] : [{ path: `names[${i}].branch`, code: 'not-a-branch', message: 'A branch of the school' }]))
    if (faults.length + unknown.length) return { refused: 'invalid-input', errors: [...faults, ...unknown] }
    const after = branchesAfter(lines, branches, new Map(names.map(({ branch, name }) => [branch, name])))
    if (dryRun) return { dry: preview(lines, roster), branches: after }
    const turn: YearTurn = { turnId: id, school: org, at: instantOf(context.now()), by: actor.personId, byName: actor.name, state: 'running', lines, branches: after, said }
    return (await begin(context.table, turn, latest)) ? turn : undefined
  })
  if ('refused' in begun) return begun
  if ('dry' in begun) return { dryRun: true, moved: 0, waiting: begun.dry.reduce((sum, { people }) => sum + people.length, 0), lines: begun.dry, branches: begun.branches.map(({ branch, was, now }) => ({ branch, was: was.name, now: now.name })) }
  // What is over, or is being taken back, is not begun again by a late repetition.
  if (begun.state !== 'running') return { dryRun: false, moved: 0, waiting: 0, turn: await showTurn(context, begun) }
  const { moved, waiting } = await carryOn(context, begun, until)
  if (waiting === 0) await setTurnState(context.table, begun, 'done', ['running'])
  const latest = (await readTurn(context.table, org)) ?? begun
  return { dryRun: false, moved, waiting, turn: await showTurn(context, latest) }
}
export const turnYear = turnYearBy()

/** Tries again what another transaction may have been in the way of. */
const eachTry = async (times: number, work: () => Promise<boolean>): Promise<boolean> => {
  for (let i = 0; i < times; i++) if (await work()) return true
  return false
}

/** Somebody back where they were before the turn; a graduate with the transfer taken away, unless somebody has begun it. */
const putBack = (context: Context, turn: YearTurn, me: Me & { branch: string }, member: Member, by: { personId: string; name: string }, at: string): Write[] => {
  const from = member.turn?.from as Stay['from']
  const year = me.graduated
  const here = { branch: me.branch, className: me.className }
  const back = relocateWrites(context.table, { me, member, to: from, stay: stayOf(turn, 'turned-back', here, from, at, by) })
  return year === undefined || !me.leagueMember ? back : [...back, dropTransfer(context.table, { school: turn.school, year, branch: me.branch, personId: me.personId })]
}

/** Undoes a school's latest turn within a day, in parts as it was done. A graduate whose transfer somebody has begun stays one; their number is told. */
export const undoTurn: UseCase<'undoTurn'> = async (context, { org, turnId }, { actor }) => {
  const until = context.now() + writesForMs
  const turn = await readTurn(context.table, org)
  if (turn?.turnId !== turnId) return refuse('not-found')
  if (turn.state === 'undone') return { moved: 0, waiting: 0, stayed: 0, turn: await showTurn(context, turn) }
  if (turn.state !== 'undoing' && context.now() > undoEnds(turn.at)) return refuse('turn-undo-over', { until: instantOf(undoEnds(turn.at)) })
  if (turn.state !== 'undoing' && !(await setTurnState(context.table, turn, 'undoing', ['running', 'done']))) return refuse('turn-open', { state: 'undoing' })
  const branches = [...new Set(turn.lines.flatMap(({ branch, to }) => [branch, ...(to ? [to.branch] : [])]))]
  const roster = await rosterOf(context, branches)
  const takenAlong = ([branch, members]: [string, Member[]]) => members.filter((member) => member.turn?.id === turnId).map((member) => ({ branch, member }))
  const theirs = [...roster].flatMap(takenAlong)
  const at = instantOf(context.now())
  let [moved, stayed, late] = [0, 0, 0]
  await eachOf(theirs, width, async ({ branch, member }) => {
    if (context.now() > until) return void late++
    const back = await eachTry(3, async () => {
      const me = await readMe(context.table, member.personId, true)
      return me?.branch === branch && (await transact(context.table, putBack(context, turn, { ...me, branch }, member, actor, at)))
    })
    if (back) moved++
    else stayed++
  })
  // Whoever was being taken along while this began has arrived meanwhile: back as well, by the same request again.
  if (late === 0) late = [...(await rosterOf(context, branches))].flatMap(takenAlong).filter(({ member }) => theirs.every((one) => one.member.personId !== member.personId)).length
  if (late === 0) {
    for (const one of turn.branches) await turnBranchBack(context.table, one)
    await setTurnState(context.table, turn, 'undone', ['undoing'])
  }
  const latest = (await readTurn(context.table, org)) ?? turn
  return { moved, waiting: late, stayed, turn: await showTurn(context, latest) }
}
