import type { Figure } from '@shared/contract/home'
import type { Progress } from '@shared/model/progress'
import type { Requirement, RuleSet } from '@shared/model/rules'

const shown = (ruleSet: RuleSet): Requirement[] => ruleSet.requirements.filter(({ enforcement }) => enforcement !== 'off')

/** The compact figures with their names: requirements in the rule set's order, those that are off left out. */
export const showFigures = (ruleSet: RuleSet, progress: Pick<Progress, 'figures'>): Figure[] =>
  shown(ruleSet).flatMap((requirement, i): Figure[] => {
    const [achieved, required, met] = progress.figures[i] ?? [0, 0, 0]
    const category = 'category' in requirement ? requirement.category : undefined
    const unit = category === undefined ? undefined : ruleSet.counting[category]?.unit
    return [{ key: requirement.key, kind: requirement.kind, enforcement: requirement.enforcement === 'advisory' ? 'advisory' : 'required', category, unit, achieved, required, met: met === 1 }]
  })

/** What a county asks for, in the rule set's order, those that are off left out. */
export const showRequirements = (ruleSet: RuleSet): Pick<Figure, 'key' | 'enforcement'>[] =>
  shown(ruleSet).map(({ key, enforcement }) => ({ key, enforcement: enforcement === 'advisory' ? 'advisory' : 'required' }))

/** The unmet required requirement that is nearest to done, age aside (nobody can work on that). */
export const nextFigure = (figures: readonly Figure[]): { key: string; missing: number } | undefined => {
  const open = figures.filter((figure) => figure.enforcement === 'required' && !figure.met && figure.kind !== 'age')
  const nearest = open.sort((a, b) => b.achieved / (b.required || 1) - a.achieved / (a.required || 1))[0]
  return nearest && { key: nearest.key, missing: Math.max(0, nearest.required - nearest.achieved) }
}
