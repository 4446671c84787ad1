import type { MeetingView } from '@shared/contract/meetings'
import { attendanceOf } from '@shared/rules/meeting-vote'
import { mt } from '../text/meetings'
import { besidesOf, type Draft } from './draft'

const mostNames = 20
/** First words for the minutes, from what the meeting has on record: whoever writes them goes on from there. */
export const minutesDraft = (view: MeetingView, draft: Draft): string => {
  const { shouldAttend, present } = attendanceOf({ roll: draft.roll, besides: besidesOf(draft) })
  const nameOf = new Map([...(view.members ?? []), ...view.roll, ...view.candidates].map(({ personId, name }) => [personId, name]))
  const absent = draft.roll.flatMap((one) => (one.present ? [] : [nameOf.get(one.personId) ?? '']))
  const names = `${absent.slice(0, mostNames).join(mt('listComma'))}${absent.length > mostNames ? mt('moreN', { n: absent.length }) : ''}`
  const votes = view.candidates.map(({ name, vote }) =>
    vote ? mt('draftVote', { name, how: mt(vote.secret ? 'secret' : vote.named ? 'named' : 'open'), yes: vote.for, no: vote.against, abstain: vote.abstain, result: mt(vote.passed ? 'passed' : 'failed') }) : mt('draftNoVote', { name }))
  return [
    mt('draftTitle', { branch: view.branchName }), mt('draftWhen', { date: draft.date, place: draft.place }), mt('draftWho', { host: draft.host, recorder: draft.recorder }),
    `${mt('draftCount', { should: shouldAttend, present })}${absent.length ? mt('draftAbsent', { names }) : ''}`, ...votes,
    ...draft.items.filter(({ title }) => title.trim()).map(({ title, outcome }, i) => mt('draftItem', { n: i + 1, title: title.trim(), outcome: outcome.trim() })),
  ].join('\n')
}
