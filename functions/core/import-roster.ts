import type { RowProblem } from '@shared/model/roster'
import { ageOn } from '@shared/rules/age-on'
import type { RosterRow } from './roster-sheet'
import { membershipFault } from './membership-fault'
import { shown } from './sheet-cell'

/** A member as the roster has them. */
export interface KnownMember {
  personId: string
  name: string
  /** Local date. */
  birthDate: string
  className?: string | undefined
  studentNumber?: string | undefined
  /** Since when a member of the League, and under which number. */
  leagueSince?: string | undefined
  leagueNumber?: string | undefined
}

type Values = Partial<Omit<KnownMember, 'personId'>>

export interface RowFate extends RosterRow {
  fate: 'new' | 'same' | 'changed' | 'refused'
  personId?: string | undefined
  /** What a changed row takes the place of. */
  was?: Values
}

interface Circumstances {
  members: readonly KnownMember[]
  /** The classes of the branch; any where it says none. */
  classes: readonly string[]
  /** Local date. */
  today: string
  /** A person's id from what tells them apart. */
  idOf: (parts: unknown) => string
}

const [youngest, oldest] = [10, 35]
const plain = (className: string) => className.normalize('NFKC').replaceAll(/\s+/g, '')
const numberKey = ({ studentNumber }: Values) => (studentNumber === undefined ? undefined : `number ${studentNumber.toUpperCase()}`)
const birthKey = ({ name, birthDate }: Values) => (name && birthDate ? `born ${birthDate} ${name}` : undefined)

const classOf = (className: string | undefined, classes: readonly string[]): string | undefined =>
  className === undefined ? (classes.length === 1 ? classes[0] : undefined) : (classes.find((one) => plain(one) === plain(className)) ?? className)

/** Finds a row's member by number, else by name and birth date among those whom no number of the sheet means. */
const finder = (rows: readonly RosterRow[], members: readonly KnownMember[]) => {
  const known = new Map<string, KnownMember>()
  for (const member of members) for (const key of [numberKey(member), birthKey(member)]) if (key !== undefined && !known.has(key)) known.set(key, member)
  const by = (key: string | undefined) => (key === undefined ? undefined : known.get(key))
  const meant = new Set(rows.map((row) => by(numberKey(row))?.personId))
  return (row: RosterRow): KnownMember | undefined => {
    const born = by(birthKey(row))
    return by(numberKey(row)) ?? (born && !meant.has(born.personId) ? born : undefined)
  }
}

/** The earlier row about the same person: same number, same member, or same name and birth date where not both have a number. */
const repeats = () => {
  const seen = new Map<string, number>()
  return (row: RosterRow, member: KnownMember | undefined): number | undefined => {
    const [number, born] = [numberKey(row), birthKey(row)]
    const unnumbered = born && `unnumbered ${born}`
    const earlier = [number, member?.personId, number ? unnumbered : born].map((key) => key && seen.get(key)).find((one) => typeof one === 'number')
    if (earlier === undefined) for (const key of [number, member?.personId, born, number ? undefined : unnumbered]) if (key !== undefined) seen.set(key, row.row)
    return earlier
  }
}

const changesOf = (member: KnownMember, row: RosterRow): Values =>
  Object.fromEntries((['name', 'birthDate', 'className', 'studentNumber', 'leagueSince', 'leagueNumber'] as const).flatMap((key) => (row[key] === undefined || row[key] === member[key] ? [] : [[key, member[key] ?? '']])))

/** A row with a member's own day of joining where the sheet's month says the same; what differs from the roster is for people to settle, not for a sheet. */
const membershipOf = (row: RosterRow, member: KnownMember | undefined): Pick<RosterRow, 'leagueSince' | 'leagueNumber'> | { differs: string } => {
  const { leagueSince, leagueNumber, leagueMonthOnly } = row
  if (leagueSince === undefined || member?.leagueSince === undefined) return { leagueSince, leagueNumber }
  const agrees = leagueMonthOnly ? member.leagueSince.slice(0, 7) === leagueSince.slice(0, 7) : member.leagueSince === leagueSince
  if (!agrees) return { differs: member.leagueSince }
  if (leagueNumber !== undefined && member.leagueNumber !== undefined && leagueNumber !== member.leagueNumber) return { differs: member.leagueNumber }
  return { leagueSince: member.leagueSince, leagueNumber }
}

/**
 * What becomes of each row of a roster in its branch. A member is told by the number, else by name and birth date. A number that belongs to a member of
 * another name and another birth date is refused; where one of the two agrees it is a correction.
 */
export const decideRoster = (rows: readonly RosterRow[], { members, classes, today, idOf }: Circumstances): RowFate[] => {
  const memberOf = finder(rows, members)
  const repeated = repeats()
  const taken = new Set(members.map(({ personId }) => personId))
  return rows.map((read): RowFate => {
    const row = { ...read, className: classOf(read.className, classes), problems: [...read.problems] }
    const refuse = (column: RowProblem['column'], code: RowProblem['code'], value?: string) => row.problems.push({ column, code, ...(value !== undefined && { value }) })
    const { name, birthDate, className, studentNumber } = row
    if (birthDate !== undefined && (ageOn(birthDate, today) < youngest || ageOn(birthDate, today) > oldest)) refuse('birthDate', 'unlikely-age', birthDate)
    if (className !== undefined && classes.length && !classes.includes(className)) refuse('className', 'unknown-class', shown(className))
    const member = memberOf(row)
    const earlier = repeated(row, member)
    if (earlier !== undefined) refuse(studentNumber === undefined ? 'name' : 'studentNumber', 'duplicate-in-sheet', String(earlier))
    else if (member && name !== '' && birthDate !== undefined && member.name !== name && member.birthDate !== birthDate) refuse('studentNumber', 'number-of-another', studentNumber)
    const membership = membershipOf(row, member)
    if ('differs' in membership) refuse('leagueSince', 'membership-differs', membership.differs)
    else Object.assign(row, membership)
    if (row.leagueSince !== undefined && row.leagueSince !== member?.leagueSince && membershipFault(row.leagueSince, birthDate ?? member?.birthDate, today)) refuse('leagueSince', 'unlikely-date', row.leagueSince)
    if (row.problems.length) return { ...row, fate: 'refused' }
    if (member) {
      const was = changesOf(member, row)
      return Object.keys(was).length ? { ...row, fate: 'changed', personId: member.personId, was } : { ...row, fate: 'same', personId: member.personId }
    }
    // The number's first owner may have another by now, and keeps the id.
    const first = idOf(studentNumber ?? [name, birthDate])
    return { ...row, fate: 'new', personId: taken.has(first) ? idOf([studentNumber, name, birthDate]) : first }
  })
}
