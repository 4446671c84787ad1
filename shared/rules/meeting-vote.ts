import type { Besides, Meeting, VotePolicy } from '../model/meeting'
import type { Share } from '../model/procedure'

/** The least whole number that is more than a share of `of`. */
export const leastMoreThan = (of: number, [part, whole]: Share): number => Math.floor((of * part) / whole) + 1

/** Who should attend and who was there; of a candidate's own vote neither counts the candidate (spec/admission-procedure.md: nobody votes on their own application). */
export const attendanceOf = ({ roll, besides }: { roll: Meeting['roll']; besides: Besides }, candidate?: string): { shouldAttend: number; present: number } => {
  const others = roll.filter(({ personId }) => personId !== candidate)
  return { shouldAttend: others.length + besides.should, present: others.filter(({ present }) => present).length + besides.present }
}

/** How many must be there, and how many must be for, by the policy. */
export const voteNeeds = ({ quorum, majority }: VotePolicy, { shouldAttend, present }: { shouldAttend: number; present: number }): { present: number; for: number } => ({
  present: leastMoreThan(shouldAttend, quorum.moreThan),
  for: leastMoreThan(majority.of === 'present' ? present : shouldAttend, majority.moreThan),
})

/** Whether a roll is not simply the branch's members of the League, all of them and nobody else: then it says why. `roster`: everyone of the branch, and whether they are one. */
export const isAdjusted = ({ roll, besides }: { roll: readonly { personId: string }[]; besides: Besides }, roster: ReadonlyMap<string, boolean>): boolean => {
  const listed = new Set(roll.map(({ personId }) => personId))
  return besides.should > 0 || listed.size !== [...roster.values()].filter(Boolean).length || [...listed].some((id) => !roster.get(id))
}
