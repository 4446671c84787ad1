import type { Transfer } from '@shared/model/turn'
import { above } from '@shared/model/org'
import { settleTransfer, type TransferWord } from '../core/settle-transfer'
import { addDays, at, localDate, schoolYearOf } from './calendar'
import { namesFrom } from './names'
import { countyId, townshipId } from './orgs'
import { type DemoPeople, type DemoPerson, newPersonId } from './people'
import type { Photos } from './photos'
import { randomOf } from './random'

/** Who left school last summer, is a member of the League, and is to be transferred. */
export interface DemoGraduate extends DemoPerson {
  birthDate: string
  branch: string
  studentNumber: string
  leagueMember: { since: string }
  graduated: number
  transfer: Transfer
}

/** The summer before this school year. */
export const summerOf = (today: string): number => schoolYearOf(today)
export const turnedAt = (summer: number): string => at(`${summer}-07-03`, 15 * 60)
export const turnIdOf = (school: string, summer: number): string => `turn-${school.replaceAll('.', '-')}-${summer}`

/** How a graduate's transfer went: sent how many days ago (or in which week of September), and what came of it. */
type Way = 'arrived' | 'arrived-in-county' | 'arrived-by-picture' | 'sent' | 'sent-long-ago' | 'sent-in-county' | 'to-do' | 'exception'
/** The classes that left, in branches that serve others now. The first school is below the share that is asked for. */
const classes: readonly { branch: string; className: string; grade: 9 | 12; ways: readonly Way[] }[] = [
  { branch: `${countyId}.s01.b01`, className: '高三1班', grade: 12, ways: ['arrived', 'arrived', 'arrived-by-picture', 'arrived', 'arrived-in-county', 'sent', 'sent-long-ago', 'to-do', 'exception'] },
  { branch: `${countyId}.s01.b02`, className: '高三2班', grade: 12, ways: ['arrived', 'arrived', 'arrived-in-county', 'arrived', 'sent-in-county', 'to-do'] },
  { branch: `${countyId}.s04.b01`, className: '九年级1班', grade: 9, ways: ['arrived-in-county', 'arrived-in-county', 'arrived-in-county'] },
  { branch: `${countyId}.s07.b01`, className: '九年级1班', grade: 9, ways: ['arrived-in-county', 'arrived', 'exception'] },
]
const outside = ['云川师范大学团委', '望江职业技术学院团委', '临江理工大学团委', '青原医学高等专科学校团委', '南岭农业大学团委', '东湖财经大学团委']
/** Schools and townships of the county that graduates go to. */
const inside = [['s01', '清江中学'], ['s02', '云岭高级中学'], ['s10', '职业高级中学']] as const
const townships = [[5, '白鹤镇'], [14, '茶坪镇']] as const
const exceptions = ['已应征入伍，凭入伍通知书办理', '随父母出国就读，保留团籍，凭护照复印件登记']

/** What was said of a transfer, one after the other: by whom, and how many days ago. */
const wordsOf = (way: Way, grade: number, i: number, today: string, photos: Photos, personId: string): { daysAgo: number; receiver: boolean; word: TransferWord }[] => {
  if (way === 'to-do') return []
  if (way === 'exception') return [{ daysAgo: 50, receiver: false, word: { to: 'exception', reason: exceptions[i % exceptions.length] as string } }]
  const inCounty = way.endsWith('in-county')
  const sentDaysAgo = way === 'sent' || way === 'sent-in-county' ? 3 : way === 'sent-long-ago' ? 26 : 40 + i
  const [org, name] = grade === 9 ? [`${countyId}.${inside[i % 3]?.[0]}`, inside[i % 3]?.[1] ?? ''] : [townshipId(townships[i % 2]?.[0] ?? 5), townships[i % 2]?.[1] ?? '']
  const destination = inCounty ? { kind: 'committee' as const, org, name } : i === 3 ? { kind: 'unit' as const, name: '旺苍县锦绣茶业公司团支部' } : { kind: 'outside' as const, name: outside[i % outside.length] as string }
  const sent = { daysAgo: sentDaysAgo, receiver: false, word: { to: 'sent' as const, destination, sentOn: addDays(today, -sentDaysAgo) } }
  if (!way.startsWith('arrived')) return [sent]
  if (inCounty) return [sent, { daysAgo: sentDaysAgo - 4, receiver: true, word: { to: 'confirmed' } }]
  if (way === 'arrived') return [sent, { daysAgo: sentDaysAgo - 9, receiver: false, word: { to: 'confirmed', number: `ZJ${today.slice(0, 4)}${String(4100 + 37 * i)}` } }]
  const photoId = photos.take(personId, 7, at(addDays(today, -20), 10 * 60))
  return [sent, { daysAgo: 20, receiver: false, word: { to: 'confirmed', photos: [{ photoId, sha256: photos.hashOf(photoId) }] } }]
}

/** Last summer's graduates of a few schools, each with the way that their transfer went by the product's own rules. */
export const countyGraduates = (people: DemoPeople, photos: Photos, today: string): DemoGraduate[] => {
  const taken = new Set([...people.students, ...people.staff].map(({ name }) => name))
  const nextName = namesFrom(randomOf('graduate names'))
  const newName = (): string => {
    for (;;) {
      const name = nextName()
      if (!taken.has(name)) return name
    }
  }
  const nameOf = new Map(people.staff.map(({ personId, name }) => [personId, name]))
  const year = summerOf(today)
  return classes.flatMap(({ branch, className, grade, ways }) => {
    const random = randomOf(`graduates ${branch}`)
    const school = above(branch)[0] as string
    const committee = people.committeeOf.get(school) as string
    return ways.map((way, i): DemoGraduate => {
      const [personId, name] = [newPersonId(random), newName()]
      const since = turnedAt(year)
      const stepId = turnIdOf(school, year)
      const byName = (id: string) => nameOf.get(id) ?? ''
      let transfer: Transfer = { personId, name, school, branch, className, year, state: 'to-do', version: 1, since, steps: [{ stepId, at: since, by: committee, byName: byName(committee), state: 'to-do' }] }
      for (const { daysAgo, receiver, word } of wordsOf(way, grade, i, today, photos, personId)) {
        const by = receiver ? (people.committeeOf.get(transfer.destination?.org ?? '') ?? committee) : word.to === 'exception' ? committee : (people.secretaryOf.get(branch) ?? committee)
        const on = addDays(today, -daysAgo)
        // Where the school year has only begun, that has not been yet.
        if (on <= localDate(since)) break
        const next = settleTransfer(transfer, word, { personId: by, name: byName(by), receiver, committee: by === committee, today: on }, `settle-${random.token(12)}`, at(on, 16 * 60))
        if ('refused' in next) throw new Error(`The transfer of ${name} was refused: ${JSON.stringify(next)}`)
        transfer = next
      }
      const birthDate = addDays(`${year - grade - 6}-09-01`, random.int(0, 364))
      return {
        personId, name, birthDate, branch, roles: [{ name: 'student', scope: branch }], studentNumber: `${year - 3}${branch.slice(-2)}${String(61 + i).padStart(3, '0')}`,
        ...(random.chance(0.85) && { openId: `o-${random.token(20)}` }), leagueMember: { since: addDays(`${year}-05-04`, grade === 9 ? 0 : -365) }, graduated: year, transfer,
      }
    })
  })
}
