import type { ActName } from '@shared/model/application'
import type { ProcedureContent, StaffAct } from '@shared/model/procedure'
import type { RoleName } from '@shared/model/role'

export type ActorName = RoleName | 'mentor' | 'introducer'
/** What only the applicant does. */
export const ofApplicant: readonly ActName[] = ['apply', 'fill-form', 'withdraw']

/** Who does an act: by law the applicant, a mentor, an introducer; of staff whoever the county's procedure says. */
export const actorsOf = (act: ActName, content: ProcedureContent): readonly ActorName[] => {
  if (ofApplicant.includes(act)) return ['student']
  if (act === 'mentor-talk') return ['mentor']
  return act === 'introduce' ? ['introducer'] : content.actors[act as StaffAct]
}
