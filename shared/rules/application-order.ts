import type { ActName, Application, ApplicationState, StepOf } from '../model/application'

/** The states from letter to archive, in their order (spec/admission-procedure.md, "States"). */
export const admissionOrder = [
  'applied', 'talked', 'activist', 'cultivating', 'candidate-proposed', 'pre-reviewed', 'public-notice', 'form-filled', 'branch-voted', 'committee-approved', 'filed', 'sworn-in', 'archived',
] as const satisfies readonly ApplicationState[]
export type AdmissionState = (typeof admissionOrder)[number]

export const isAdmissionState = (state: ApplicationState | 'none'): state is AdmissionState => (admissionOrder as readonly string[]).includes(state)

/** The state before; `none` before the letter. */
export const stateBefore = (state: AdmissionState): AdmissionState | 'none' => admissionOrder[admissionOrder.indexOf(state) - 1] ?? 'none'

/** Whether it can still be returned, withdrawn or terminated. From `filed` on the applicant is a member: leaving the League is another procedure. */
export const isOpen = (state: ApplicationState): boolean => state === 'returned' || (isAdmissionState(state) && admissionOrder.indexOf(state) < admissionOrder.indexOf('filed'))

/** Whether the applicant has become a member by it. */
export const isMemberIn = (state: ApplicationState): boolean => state === 'filed' || state === 'sworn-in' || state === 'archived'

/** At which positions an act may be done; acts left out are for any open state. */
const positions: Partial<Record<ActName, readonly (AdmissionState | 'none')[]>> = {
  apply: ['none'],
  talk: ['applied'],
  'record-route': ['talked'],
  'name-activist': ['talked'],
  'mentor-talk': ['activist', 'cultivating'],
  'propose-candidate': ['cultivating'],
  'pre-review': ['candidate-proposed'],
  'open-notice': ['pre-reviewed'],
  object: ['public-notice'],
  'answer-objection': ['public-notice'],
  'close-notice': ['public-notice'],
  'fill-form': ['public-notice'],
  introduce: ['form-filled'],
  vote: ['form-filled'],
  approve: ['branch-voted'],
  reject: ['branch-voted'],
  file: ['committee-approved'],
  'swear-in': ['filed'],
  archive: ['sworn-in'],
}

/** The notice that runs or ran last, its objections and how it ended. */
export const noticeOf = ({ steps }: Pick<Application, 'steps'>) => {
  const from = steps.findLastIndex(({ act }) => act === 'open-notice')
  const since = from < 0 ? [] : steps.slice(from)
  const answers = since.flatMap((step) => (step.act === 'answer-objection' ? [step] : []))
  return {
    opened: since[0] as StepOf<'open-notice'> | undefined,
    closed: since.find((step): step is StepOf<'close-notice'> => step.act === 'close-notice'),
    objections: since.flatMap((step) => (step.act === 'object' ? [{ step, answer: answers.find(({ facts }) => facts.of === step.n) }] : [])),
  }
}

/** The last step of an act that still stands: nothing that a return has undone. */
export const lastOf = <A extends ActName>({ steps }: Pick<Application, 'steps'>, act: A): StepOf<A> | undefined => steps.findLast((step): step is StepOf<A> => step.act === act)

/** Whether the procedure has this act next, whoever asks and whatever its conditions. */
export const mayFollow = (application: Application | undefined, act: ActName): boolean => {
  if (!application || !(isOpen(application.state) || isMemberIn(application.state))) return act === 'apply' && (!application || !isMemberIn(application.state))
  const at = positions[act]
  if (!at) return isOpen(application.state) && (act !== 'return' || application.state !== 'returned')
  if (!at.includes(application.position as AdmissionState | 'none')) return false
  if (application.position !== 'public-notice') return true
  const { closed, objections } = noticeOf(application)
  if (act === 'fill-form') return closed !== undefined
  if (act === 'answer-objection') return objections.some(({ answer }) => !answer)
  return closed === undefined
}

/** The act that leads on from here; undefined where nothing does. */
export const nextAct = (application: Application | undefined): ActName | undefined => {
  const ahead: ActName[] = ['apply', 'talk', 'name-activist', 'propose-candidate', 'pre-review', 'open-notice', 'close-notice', 'fill-form', 'vote', 'approve', 'file', 'swear-in', 'archive', 'mentor-talk']
  return ahead.find((act) => mayFollow(application, act))
}
