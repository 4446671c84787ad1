import { refuse } from '@shared/model/refusal'
import type { Requirement, RequirementResult } from '@shared/model/rules'
import { evaluate } from '@shared/rules/evaluate'
import type { FoldedLedger } from '../core/fold-ledger'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { showMembership } from './mark-league-member'
import { readPersonCase } from './read-person'
import { showPerson } from './show-person'

const lineOf = (folded: FoldedLedger) => {
  const byId = new Map(folded.records.map((record) => [record.id, record]))
  return (id: string) => {
    const record = byId.get(id)
    if (!record) throw new Error(`No record ${id}`)
    const { title, source, startedAt, endedAt, quantity, status } = record
    // What still waits has no reason; after an appeal the last words are the student's own.
    const last = status === 'pending' ? undefined : record.decisions.at(-1)
    const covered = status === 'rejected' ? record.coveredBy : undefined
    return { id, title, source, startedAt, endedAt, quantity, status, reason: covered ? 'covered' : last?.reason, words: covered ? covered.map((one) => one.title).join('、') : last?.words }
  }
}

/** Each requirement with what counted, what did not and why: `evaluate` on the ledger as it is now, with the records' titles. */
export const showProgress: UseCase<'showProgress'> = async (context, { personId }) => {
  const me = await readMe(context.table, personId)
  if (!me) return refuse('not-found')
  const { folded, case: aCase } = await readPersonCase(context, me)
  const result = evaluate(aCase)
  const line = lineOf(folded)
  const rules = new Map(aCase.ruleSet.requirements.map((requirement) => [requirement.key, requirement]))
  const requirements = result.requirements.map((found) => {
    const rule = rules.get(found.key) as Requirement
    const category = 'category' in rule ? rule.category : undefined
    const exam = rule.kind === 'quantity' ? rule.exam : undefined
    const scores = exam ? folded.exams.filter(({ course }) => course === exam.course).map(({ score }) => score) : []
    const { key, kind, enforcement, achieved, required, met } = found
    return {
      key, kind, enforcement, achieved, required, met,
      ...shownParts(found, line),
      category,
      unit: category === undefined ? undefined : aCase.ruleSet.counting[category]?.unit,
      window: 'window' in rule ? rule.window : undefined,
      below: rule.kind === 'age' ? rule.below : undefined,
      exam: exam && { ...exam, ...(scores.length > 0 && { best: Math.max(...scores) }) },
    }
  })
  return { person: await showPerson(context, me), ...(me.leagueMember && { leagueMember: showMembership(me.leagueMember) }), asOf: aCase.asOf, ruleSet: { id: aCase.ruleSet.id, version: aCase.ruleSet.version }, eligible: result.eligible, requirements }
}

const shownParts = (found: RequirementResult, line: ReturnType<typeof lineOf>) => {
  switch (found.kind) {
    case 'quantity':
      return {
        examPassed: found.examPassed,
        counted: found.counted.map(({ id, quantity, reduced }) => ({ line: line(id), quantity, reduced })),
        excluded: found.excluded.map(({ id, reason }) => ({ line: line(id), reason })),
      }
    case 'coverage':
      return { missing: found.missing }
    case 'points':
      return { byCategory: found.byCategory }
    case 'age':
      return {}
  }
}
