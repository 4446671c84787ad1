import type { Input } from '@shared/contract/index'
import type { MeetingView } from '@shared/contract/meetings'
import { attendanceOf, isAdjusted, voteNeeds } from '@shared/rules/meeting-vote'
import type { Choice } from '@shared/model/meeting'
import { faultsOf as faultsOfAgenda } from '../parts/agenda-faults'
import type { MeetingKey } from '../text/meetings'

export type Candidate = MeetingView['candidates'][number]
export type How = 'secret' | 'open' | 'named'

/** A vote that is being counted. Of a secret one it holds tallies alone, on the phone too. */
export interface Ballot {
  how: How
  for: number
  against: number
  abstain: number
  /** Of those who do not simply say yes, by person. */
  voices: Record<string, Choice>
  words: string
}

/** A meeting as it is being written on this phone: kept there until it is sent. */
export interface Draft {
  /** The revision it was begun on, and what that said. */
  revision: number
  base: string
  date: string
  place: string
  host: string
  recorder: string
  candidates: string[]
  items: { title: string; outcome: string }[]
  roll: { personId: string; present: boolean }[]
  /** As typed. */
  besidesShould: string
  besidesPresent: string
  reason: string
  minutes: string
  ballots: Record<string, Ballot>
}

const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : text.trim() === '' ? 0 : -1)
export const besidesOf = ({ besidesShould, besidesPresent }: Pick<Draft, 'besidesShould' | 'besidesPresent'>) => ({ should: Math.max(0, whole(besidesShould)), present: Math.max(0, whole(besidesPresent)) })

/** What is saved of a draft: trimmed, what is empty left out. */
export const contentOf = (draft: Draft): Omit<Input<'saveMeeting'>, 'org' | 'meetingId' | 'id' | 'revision'> => {
  const { date, place, host, recorder, candidates, items, roll } = draft
  const [reason, minutes] = [draft.reason.trim(), draft.minutes.trim()]
  return {
    date, place: place.trim(), host: host.trim(), recorder: recorder.trim(), candidates, items: items.map(({ title, outcome }) => ({ title: title.trim(), ...(outcome.trim() && { outcome: outcome.trim() }) })),
    roll, besides: besidesOf(draft), ...(reason && { reason }), ...(minutes && { minutes }),
  }
}
const told = (draft: Draft): string => JSON.stringify(contentOf(draft))

export const draftOf = (view: MeetingView, ballots: Draft['ballots'] = {}): Draft => {
  const { revision, date, place, host, recorder, besides } = view
  const draft = {
    revision, base: '', date, place, host, recorder, candidates: view.candidates.map(({ personId }) => personId), items: view.items.map(({ title, outcome = '' }) => ({ title, outcome })),
    roll: view.roll.map(({ personId, present }) => ({ personId, present })), besidesShould: besides.should ? String(besides.should) : '', besidesPresent: besides.present ? String(besides.present) : '', reason: view.reason ?? '', minutes: view.minutes ?? '', ballots,
  }
  return { ...draft, base: told(draft) }
}
export const isDirty = (draft: Draft): boolean => told(draft) !== draft.base

/** A draft of before, where it still can be gone on with: of the same revision, or with words of its own that nobody has sent. */
export const takeUp = (view: MeetingView, kept: Draft | undefined): Draft => (kept && (kept.revision === view.revision || isDirty(kept)) ? kept : draftOf(view, kept?.ballots))

export type Faults = Partial<Record<'date' | 'place' | 'host' | 'recorder' | 'items' | 'reason' | 'besides', MeetingKey>>
/** What is wrong with a draft before it is sent. `roster`: everyone of the branch, and whether they are a member of the League. */
export const faultsOf = (draft: Draft, roster: ReadonlyMap<string, boolean>): Faults => {
  const { reason } = draft
  const besides = besidesOf(draft)
  return {
    ...faultsOfAgenda(draft),
    ...(besides.present > besides.should && { besides: 'tooManyBesides' as const }),
    ...(!reason.trim() && isAdjusted({ roll: draft.roll, besides }, roster) && { reason: 'needReason' as const }),
  }
}
/** In which part of the page a fault lies. */
export const partOf = (faults: Faults): 'agenda' | 'roll' | undefined => (faults.date || faults.place || faults.host || faults.recorder || faults.items ? 'agenda' : faults.reason || faults.besides ? 'roll' : undefined)

export const setPresent = (draft: Draft, personIds: readonly string[], present: boolean): Draft => ({ ...draft, roll: draft.roll.map((one) => (personIds.includes(one.personId) ? { ...one, present } : one)) })
/** Puts somebody on the roll, or takes them off it. */
export const setShould = (draft: Draft, personId: string, should: boolean): Draft => ({ ...draft, roll: should ? [...draft.roll, { personId, present: false }] : draft.roll.filter((one) => one.personId !== personId) })

export const newBallot: Ballot = { how: 'secret', for: 0, against: 0, abstain: 0, voices: {}, words: '' }

/** A ballot as it stands by the roll: what it adds up to, what it must, and what would come of it. */
export const standingOf = (ballot: Ballot, draft: Draft, policy: MeetingView['policy'], personId: string) => {
  const meeting = { roll: draft.roll, besides: besidesOf(draft) }
  const counts = attendanceOf(meeting, personId)
  const here = draft.roll.filter((one) => one.present && one.personId !== personId).map((one) => one.personId)
  const said = here.map((id) => ({ personId: id, choice: ballot.voices[id] ?? ('for' as const) }))
  const of = (choice: Choice) => (ballot.how === 'named' ? said.filter((voice) => voice.choice === choice).length : ballot[choice])
  const tally = { for: of('for'), against: of('against'), abstain: of('abstain') }
  const needs = voteNeeds(policy, counts)
  const sum = tally.for + tally.against + tally.abstain
  return { ...counts, tally, sum, needs, adds: sum === counts.present, quorate: counts.present >= needs.present, passes: tally.for >= needs.for, ...(ballot.how === 'named' && { named: said }) }
}

/** Whether a vote can be taken by name: nobody counts who is not on the roll. */
export const canName = (draft: Draft): boolean => besidesOf(draft).present === 0
/** All that is not against or abstaining is for. */
export const restFor = (ballot: Ballot, present: number): Ballot => ({ ...ballot, for: Math.max(0, present - ballot.against - ballot.abstain) })
