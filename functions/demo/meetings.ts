import type { CandidateVote, Meeting } from '@shared/model/meeting'
import type { DemoCounty } from './county'

/** The meetings at which the county's candidates were voted on, each with the roll that its vote was counted by: the branch's members of that day, without the candidate. */
export const meetingsOf = ({ students, staff, applications }: Pick<DemoCounty, 'students' | 'staff' | 'applications'>): Meeting[] => {
  const nameOf = new Map([...students, ...staff].map(({ personId, name }) => [personId, name]))
  return students.flatMap(({ personId, name, branch }) =>
    (applications.get(personId) ?? []).flatMap((step): Meeting[] => {
      if (step.act !== 'vote') return []
      const { at, by, stepId, facts: { meetingId, date, quorate: _quorate, ...counts }, texts } = step
      const members = students.filter((one) => one.branch === branch && one.personId !== personId && one.leagueMember !== undefined && one.leagueMember.since <= date).slice(0, counts.shouldAttend)
      const roll = members.map((one, i) => ({ personId: one.personId, present: i < counts.present }))
      const besides = { should: counts.shouldAttend - roll.length, present: Math.max(0, counts.present - roll.length) }
      const vote: CandidateVote = { voteId: stepId, personId, ...counts, ...(texts?.words !== undefined && { words: texts.words }), at, by }
      const secretary = nameOf.get(by) ?? ''
      return [{
        meetingId, branch, state: 'held', date, place: '本班教室', host: secretary, recorder: nameOf.get(members[0]?.personId ?? '') ?? secretary, candidates: [personId], items: [{ title: '通报近期支部工作', outcome: '听取并同意。' }], roll, besides,
        ...(besides.should > 0 && { reason: '名册以外的教师团员参加' }), votes: [vote], minutes: `介绍人介绍了${name}的情况，到会团员充分讨论后进行表决，宣布了结果。`, held: { at, by }, revision: 3, saveId: `held-${stepId}`, at, by,
      }]
    }),
  )
}
