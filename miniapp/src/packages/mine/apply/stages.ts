import { type ApplicationState, applicationStates } from '@shared/model/application'
import { localDate } from '@/text/local-time'
import type { Answer } from '@shared/contract/index'

export type View = Answer<'showApplication'>
type Milestone = View['timeline'][number]

/** Thirteen states in five parts that a student can keep in mind. */
const parts = [
  ['application', ['applied', 'talked']],
  ['activist', ['activist', 'cultivating']],
  ['candidate', ['candidate-proposed', 'pre-reviewed', 'public-notice']],
  ['admission', ['form-filled', 'branch-voted', 'committee-approved']],
  ['member', ['filed', 'sworn-in', 'archived']],
] as const satisfies readonly (readonly [string, readonly ApplicationState[]])[]

export type StageName = (typeof parts)[number][0]
export interface Line extends Milestone {
  mark: 'done' | 'now' | 'later'
}
export interface Stage {
  name: StageName
  mark: 'done' | 'now' | 'later'
  lines: Line[]
}

/** The parts of the way with their states: behind, present or ahead. Nothing is present before the letter, nor after the archive. */
export const stagesOf = ({ application, timeline }: Pick<View, 'application' | 'timeline'>): Stage[] => {
  const order = applicationStates.slice(0, 13)
  const at = application ? order.indexOf(application.position as ApplicationState) : -1
  const markOf = (state: ApplicationState): Line['mark'] => {
    const i = order.indexOf(state)
    return i < at || at === order.length - 1 ? 'done' : i === at ? 'now' : 'later'
  }
  return parts.map(([name, states]) => {
    const lines = states.map((state): Line => ({ ...timeline.find((one) => one.state === state), state, mark: markOf(state) }))
    return { name, lines, mark: lines.some(({ mark }) => mark === 'now') ? 'now' : lines.every(({ mark }) => mark === 'done') ? 'done' : lines.some(({ mark }) => mark === 'done') ? 'now' : 'later' }
  })
}

/** Whether it came to an end before the archive, and by whose words. */
export const endOf = ({ application }: Pick<View, 'application'>): { state: 'withdrawn' | 'rejected' | 'terminated'; date: string; reason: string | undefined } | undefined => {
  if (application?.state !== 'withdrawn' && application?.state !== 'rejected' && application?.state !== 'terminated') return undefined
  const last = application.steps.at(-1)
  return { state: application.state, date: last?.date ?? localDate(application.since), reason: last?.reason ?? last?.words }
}

/** The reason of a return that nothing has followed yet. */
export const returnOf = ({ application }: Pick<View, 'application'>): string | undefined => (application?.state === 'returned' ? (application.steps.findLast((step) => step.to === 'returned')?.reason ?? '') : undefined)
