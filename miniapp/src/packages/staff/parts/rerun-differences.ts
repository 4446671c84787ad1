import type { Answer } from '@shared/contract/index'
import { requirementName } from '@/text/figure-words'
import { p } from '../text/policy'

type Rerun = Answer<'rerunDecision'>
type Figure = Rerun['kept']['figures'][number]

const words = (figure: Figure | undefined) => (figure ? `${figure.achieved} / ${figure.required}` : p('rerunAbsent'))
const isSame = (a: Figure | undefined, b: Figure | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && (['enforcement', 'achieved', 'required', 'met'] as const).every((name) => a[name] === b[name]))

/** Where what was kept and what comes out again differ, requirement by requirement. */
export const differences = ({ kept, again }: Pick<Rerun, 'kept' | 'again'>): string[] => {
  const [was, is] = [kept, again].map(({ figures }) => new Map(figures.map((one) => [one.key, one] as const)))
  const keys = [...new Set([...kept.figures, ...again.figures].map(({ key }) => key))]
  return keys.flatMap((key) => (isSame(was?.get(key), is?.get(key)) ? [] : [p('rerunLine', { what: requirementName(key), kept: words(was?.get(key)), again: words(is?.get(key)) })]))
}
