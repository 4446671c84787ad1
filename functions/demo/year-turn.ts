import type { Move, Stay, YearTurn } from '@shared/model/turn'
import { branchesAfter } from '../core/turn-year'
import { keys } from '../store/keys'
import { messageItem } from '../store/messages'
import type { Item } from '../store/table'
import { addDays, at } from './calendar'
import type { DemoCounty } from './county'
import { type DemoGraduate, summerOf, turnedAt, turnIdOf } from './graduates'
import { countyId } from './orgs'
import type { DemoStudent } from './people'

/** The school whose turn of last summer is kept, with who moved up by it. */
const school = `${countyId}.s01`
/** Its branches as they were before: two whose class left, two that went up a grade. */
const before: readonly [branch: string, className: string, now?: string][] = [[`${school}.b01`, '高三1班'], [`${school}.b02`, '高三2班'], [`${school}.b03`, '高一1班', '高二1班'], [`${school}.b04`, '高二1班', '高三1班']]

const stayItem = (personId: string, stay: Stay): Item => ({ ...keys.stay(personId, stay.at, stay.stayId), ...stay })
const movedTo = (personId: string, id: string, on: string, how: 'moved' | 'graduated', place: string): Item => messageItem(personId, { messageId: id, at: on, about: { kind: 'moved', how, place } })

/** Who came to another school this term, and who is to. Both have nothing under way, so that nobody wonders whose application it is. */
const movers = ({ students, applications, awkward }: DemoCounty): { came?: DemoStudent | undefined; goes?: DemoStudent | undefined } => {
  const byHand = new Set(awkward.values())
  const free = (branch: string) => students.find((one) => one.branch === branch && !byHand.has(one.personId) && !applications.has(one.personId) && !one.leagueMember)
  return { came: free(`${school}.b03`), goes: free(`${countyId}.s02.b02`) }
}

const moveItems = (county: DemoCounty, names: ReadonlyMap<string, string>): Item[] => {
  const { came, goes } = movers(county)
  const by = (personId: string) => ({ by: personId, byName: names.get(personId) ?? '' })
  const secretary = (branch: string) => county.staff.find(({ roles }) => roles.some(({ name, scope }) => name === 'branch-secretary' && scope === branch))?.personId ?? ''
  const { today } = county
  const items: Item[] = []
  if (came) {
    const [moveId, asked, answered] = ['move-done-1', at(addDays(today, -33), 10 * 60), at(addDays(today, -31), 9 * 60)]
    const [from, to, why] = [{ branch: `${countyId}.s02.b03`, className: '高二2班' }, { branch: came.branch, className: came.className }, '随父母搬到县城，转学就读']
    const move: Move = { moveId, personId: came.personId, name: came.name, from, to, why, ...by(secretary(from.branch)), at: asked, asks: 'new', state: 'accepted', decidedBy: came.secretary, decidedByName: names.get(came.secretary) ?? '', decidedAt: answered }
    items.push({ ...keys.move(came.personId, moveId), ...move }, stayItem(came.personId, { stayId: moveId, kind: 'moved', at: answered, ...by(came.secretary), from, to, why }), movedTo(came.personId, moveId, answered, 'moved', `${came.plan.aboveName}${came.className}团支部 · ${came.className}`))
  }
  if (goes) {
    const move: Move = { moveId: 'move-open-1', personId: goes.personId, name: goes.name, from: { branch: goes.branch, className: goes.className }, to: { branch: `${school}.b01`, className: '高一1班' }, why: '家搬到青溪镇，申请转学', ...by(goes.secretary), at: at(addDays(today, -3), 14 * 60), asks: 'new', state: 'proposed' }
    for (const key of [keys.move(goes.personId, move.moveId), keys.openMove(countyId, goes.personId)]) items.push({ ...key, ...move })
  }
  return items
}

const graduateItems = ({ transfer, graduated }: DemoGraduate, schoolName: string): Item[] => {
  const { personId, school: of, branch, className, year } = transfer
  const [first] = transfer.steps
  if (!first) return []
  const from = { branch, ...(className !== undefined && { className }) }
  return [
    { ...keys.transfer(of, graduated, branch, personId), ...transfer },
    stayItem(personId, { stayId: `${turnIdOf(of, year)}-turn`, kind: 'graduated', at: first.at, by: first.by, byName: first.byName, from }),
    movedTo(personId, first.stepId, first.at, 'graduated', `${schoolName}${className}团支部 · ${className}`),
  ]
}

/** The year's turns as the demo county shows them: one school's classes moved up last summer, graduates are transferred, one member came from another school and one is to. */
export const yearTurnItems = (county: DemoCounty): Item[] => {
  const names = new Map([...county.staff, ...county.students].map(({ personId, name }) => [personId, name]))
  const summer = summerOf(county.today)
  const [turnId, turned] = [turnIdOf(school, summer), turnedAt(summer)]
  const by = county.staff.find(({ roles }) => roles.some(({ name, scope }) => name === 'committee' && scope === school))?.personId ?? ''
  const byName = names.get(by) ?? ''
  const lines = before.map(([branch, className, now]) => ({ branch, className, ...(now !== undefined && { to: { branch, className: now } }) }))
  const named = new Map(before.flatMap(([branch, , now]) => (now === undefined ? [] : [[branch, `${now}团支部`] as const])))
  const branches = branchesAfter(lines, before.map(([id, className]) => ({ id, name: `${className}团支部`, classes: [className] })), named)
  const turn: YearTurn = { turnId, school, at: turned, by, byName, state: 'done', lines, branches, said: JSON.stringify([lines, [...named].map(([branch, name]) => ({ branch, name }))]) }
  const { came } = movers(county)
  const movedUp = county.students.flatMap(({ personId, branch }) => {
    const line = lines.find((one) => one.branch === branch && one.to)
    if (!line?.to || personId === came?.personId) return []
    return [stayItem(personId, { stayId: `${turnId}-turn`, kind: 'moved-up', at: turned, by, byName, from: { branch, className: line.className }, to: line.to })]
  })
  return [{ ...keys.latestTurn(school), ...turn }, ...movedUp, ...county.graduates.flatMap((one) => graduateItems(one, county.orgs.find(({ id }) => id === one.transfer.school)?.name ?? '')), ...moveItems(county, names)]
}
