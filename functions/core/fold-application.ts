import type { Application, ApplicationStep } from '@shared/model/application'

/** The latest application of a person from their numbered steps; undefined where there never was one. */
export const foldApplication = (steps: readonly ApplicationStep[]): Application | undefined => {
  const ordered = [...steps].sort((a, b) => a.n - b.n)
  const last = ordered.at(-1)
  return last && foldOwn(ordered.filter(({ applicationId }) => applicationId === last.applicationId))
}

/** Every application of a person, the oldest first. */
export const foldApplications = (steps: readonly ApplicationStep[]): Application[] => {
  const byId = new Map<string, ApplicationStep[]>()
  for (const step of [...steps].sort((a, b) => a.n - b.n)) byId.set(step.applicationId, [...(byId.get(step.applicationId) ?? []), step])
  return [...byId.values()].map(foldOwn)
}

/** `own`: the steps of one application in order, at least one. */
const foldOwn = (own: ApplicationStep[]): Application => {
  const [first, last] = [own[0], own.at(-1)] as [ApplicationStep, ApplicationStep]
  const changed = own.findLast((step, i) => step.to !== own[i - 1]?.to) ?? last
  const returned = last.to === 'returned' ? own.findLast((step) => step.act === 'return') : undefined
  const letter = own.find((step) => step.act === 'apply')
  return {
    applicationId: last.applicationId, state: last.to, position: returned ? returned.facts.backTo : last.to, version: last.n, appliedAt: first.at,
    ...(letter?.facts.date !== undefined && { writtenOn: letter.facts.date }), steps: own, since: changed.at,
  }
}
