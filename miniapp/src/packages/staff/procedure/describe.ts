import { ad } from '../text/admission'
import { pr } from '../text/procedure'
import { type Content, type Field, fields, type Part, parts, type StaffAct, valueAt } from './fields'

const shareWords = ([n, of]: readonly [number, number]): string => pr('moreThan', { share: pr('shareOf', { n, of }) })

/** What a figure says, with its unit. */
export const wordsOf = (field: Field, content: Content): string => {
  const value = valueAt(content, field.path)
  switch (field.kind) {
    case 'number':
      return field.unit === 'unitPercent' ? `${value}%` : `${value} ${pr(field.unit)}`
    case 'share':
      return shareWords(value as [number, number])
    case 'province':
      return String(value)
    case 'choice': {
      const found = field.options.find(([option]) => option === value)
      return found ? pr(found[1]) : ''
    }
    case 'routes':
      return (value as Content['activist']['routes']).map((route) => ad(`route-${route}`)).join(pr('comma'))
  }
}

const actorWords = (roles: readonly string[]): string => roles.map((role) => ad(`by-${role}` as 'by-committee')).join(ad('or'))
const yearWords = ({ year, worked, off }: NonNullable<Content['workdays']>[number]): string => pr('workedN', { year, n: worked.length, off: off.length })

interface Said { key: string; part: Part; label: string; words: string }

/** Everything a procedure says, in words: one line for each figure. */
export const describe = (content: Content): Said[] => [
  ...fields.map((field) => ({ key: field.path, part: field.part, label: pr(field.label), words: wordsOf(field, content) })),
  ...(Object.keys(content.actors) as StaffAct[]).map((act) => ({ key: `actors.${act}`, part: 'actors' as const, label: ad(`act-${act}`), words: actorWords(content.actors[act]) })),
  ...(content.workdays ?? []).map((one) => ({ key: `workdays.${one.year}`, part: 'workdays' as const, label: pr('part-workdays'), words: `${yearWords(one)}` })),
]

export const linesOf = (content: Content, part: Part): string[] => {
  const lines = describe(content).filter((said) => said.part === part).map(({ label, words }) => (part === 'workdays' ? words : `${label}${pr('colon')}${words}`))
  return part === 'workdays' && lines.length === 0 ? [pr('noYears')] : lines
}

export interface Change { part: Part; lines: string[] }

/** What differs between two contents, part by part; days that moved within a year too, though their number is the same. */
export const changesBetween = (from: Content, to: Content): Change[] => {
  const [was, is] = [from, to].map((content) => new Map(describe(content).map((said) => [said.key, said] as const))) as [Map<string, Said>, Map<string, Said>]
  const days = (content: Content, key: string) => JSON.stringify(content.workdays?.find(({ year }) => key === `workdays.${year}`))
  const keys = [...new Set([...is.keys(), ...was.keys()])]
  const lines = keys.flatMap((key) => {
    const [a, b] = [was.get(key), is.get(key)]
    const said = b ?? a
    const same = a?.words === b?.words && (said?.part !== 'workdays' || days(from, key) === days(to, key))
    return same || !said ? [] : [{ part: said.part, line: `${said.label}${pr('colon')}${pr('changedTo', { from: a?.words ?? '–', to: b?.words ?? '–' })}` }]
  })
  return parts.map((part) => ({ part, lines: lines.filter((one) => one.part === part).map(({ line }) => line) })).filter((one) => one.lines.length > 0)
}
