import type { Application, ApplicationStep } from '@shared/model/application'

/** The latest application of a person from their numbered steps; undefined where there never was one. */
export const foldApplication = (steps: readonly ApplicationStep[]): Application | undefined => {
  const ordered = [...steps].sort((a, b) => a.n - b.n)
  const last = ordered.at(-1)
  if (!last) return undefined
  const own = ordered.filter((step) => step.applicationId === last.applicationId)
  const applied = own.findLast(({ to }) => to === 'applied')
  return {
    applicationId: last.applicationId, state: last.to, version: last.n, appliedAt: own[0]?.at ?? last.at, letter: applied?.letter ?? '',
    ...(applied?.paper && { paper: { ...applied.paper, by: applied.by } }), ...(own[0]?.paper && { writtenOn: own[0].paper.date }), steps: own,
  }
}
