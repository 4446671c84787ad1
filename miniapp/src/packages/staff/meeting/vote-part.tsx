import type { MeetingView } from '@shared/contract/meetings'
import { useState } from 'react'
import type { Choice } from '@shared/model/meeting'
import { localDateTime } from '@/text/format'
import { Button, Card, Chips, Field, Row, Tag } from '@/ui/parts'
import { Box, Tap, Text, TextInput } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Empty } from '@/ui/states'
import { CandidateLine, unmetOf } from '../parts/candidate-line'
import { mt } from '../text/meetings'
import { type Ballot, type Candidate, canName, type Draft, newBallot, restFor, standingOf } from './draft'

const choices = ['for', 'against', 'abstain'] as const
type Vote = NonNullable<Candidate['vote']>

/** What a vote came to, as it stands for good. */
export const VoteResult = ({ vote }: { vote: Vote }) => (
  <Box>
    <Row><Text className='q-grow q-num'>{mt('tallyLine', { yes: vote.for, no: vote.against, abstain: vote.abstain })}</Text><Tag tone={vote.passed ? 'good' : 'bad'}>{mt(vote.passed ? 'passed' : 'failed')}</Tag></Row>
    <Text className='q-soft q-small q-block q-num'>{mt('countLine', { should: vote.shouldAttend, present: vote.present })}</Text>
    <Text className='q-soft q-small q-block'>{mt(vote.secret ? 'secret' : vote.named ? 'named' : 'open')} · {mt('recordedBy', { who: vote.byName, time: localDateTime(vote.at) })}</Text>
    {vote.named && choices.map((choice) => {
      const names = vote.named?.filter((one) => one.choice === choice).map(({ name }) => name) ?? []
      return names.length ? <Text key={choice} className='q-small q-block'>{mt(choice)}：{names.join(mt('listComma'))}</Text> : null
    })}
    {vote.words && <Text className='q-small q-block'>{vote.words}</Text>}
  </Box>
)

const Counter = ({ words, n, most, onN }: { words: string; n: number; most: number; onN: (n: number) => void }) => (
  <Box className='mt-count'>
    <Text className='q-grow q-strong'>{words}</Text>
    <Tap className='mt-step' label={mt('less', { what: words })} disabled={n === 0} onTap={() => onN(n - 1)}>−</Tap>
    <Box className='mt-n'><TextInput type='number' label={words} value={String(n)} onValue={(text) => onN(Math.min(9999, Number(text.replace(/\D/g, '')) || 0))} maxLength={4} /></Box>
    <Tap className='mt-step' label={mt('more', { what: words })} disabled={n >= most} onTap={() => onN(n + 1)}>＋</Tap>
  </Box>
)

/** The ballot on one candidate: how, the tally with sums that must add up, and what would come of it. */
const Count = ({ one, view, draft, ballot, onBallot, sending, onRecord }: { one: Candidate; view: MeetingView; draft: Draft; ballot: Ballot; onBallot: (to: Ballot) => void; sending: boolean; onRecord: () => Promise<void> }) => {
  const [asking, setAsking] = useState(false)
  const at = standingOf(ballot, draft, view.policy, one.personId)
  const nameOf = new Map([...view.roll, ...(view.members ?? [])].map(({ personId, name }) => [personId, name]))
  const hows = ['secret', 'open', ...(canName(draft) ? (['named'] as const) : [])] as const
  const result = mt(at.passes ? 'passed' : 'failed')
  const put = (change: Partial<Ballot>) => onBallot({ ...ballot, ...change })
  const record = async () => {
    await onRecord()
    setAsking(false)
  }
  return (
    <Box className='mt-top'>
      <Field label={mt('ballot')} hint={ballot.how === 'secret' ? mt('secretHint') : ballot.how === 'named' ? mt('namedHint') : undefined}><Chips label={mt('ballot')} value={ballot.how} onValue={(how) => put({ how, voices: {} })} options={hows.map((how) => [how, mt(how)] as const)} /></Field>
      {ballot.how !== 'named' && (
        <>
          {choices.map((choice) => <Counter key={choice} words={mt(choice)} n={ballot[choice]} most={at.present} onN={(n) => put({ [choice]: n })} />)}
          <Button small kind='plain' onTap={() => onBallot(restFor(ballot, at.present))}>{mt('rest')}</Button>
        </>
      )}
      {at.named?.map(({ personId, choice }) => (
        <Box key={personId} className='mt-voice'>
          <Text className='q-grow q-strong'>{nameOf.get(personId)}</Text>
          <Chips label={mt('choiceOf', { name: nameOf.get(personId) ?? '' })} value={choice} onValue={(to: Choice) => put({ voices: { ...ballot.voices, [personId]: to } })} options={choices.map((which) => [which, mt(which)] as const)} />
        </Box>
      ))}
      <Box className='mt-sum' role='status' live='polite'>
        <Row><Text className='q-grow q-num'>{mt('sum', { n: at.sum, present: at.present })}</Text><Tag tone={at.adds ? 'good' : 'bad'}>{mt(at.adds ? 'sumGood' : 'sumOff')}</Tag></Row>
        <Row><Text className='q-grow q-soft q-small'>{at.quorate ? mt('needsFor', { n: at.needs.for }) : mt('needPresent', { n: at.needs.present })}</Text>{at.adds && at.quorate && at.present > 0 && <Tag tone={at.passes ? 'good' : 'wait'}>{mt(at.passes ? 'wouldPass' : 'wouldFail')}</Tag>}{!at.quorate && <Tag tone='wait'>{mt('notEnough', { n: at.needs.present - at.present })}</Tag>}</Row>
      </Box>
      <Field label={mt('voteWords')}><TextInput label={mt('voteWords')} value={ballot.words} onValue={(words) => put({ words })} placeholder={mt('voteWordsHint')} maxLength={200} /></Field>
      <Button disabled={!at.adds || !at.quorate} busy={sending} label={`${mt('recordVote')} ${one.name}`} onTap={() => setAsking(true)}>{mt('recordVote')}</Button>
      {asking && <Confirm title={mt('recordAsk', { name: one.name })} words={mt('recordWords', { should: at.shouldAttend, present: at.present, yes: at.tally.for, no: at.tally.against, abstain: at.tally.abstain, result })} yes={mt('recordVote')} busy={sending} onYes={() => void record()} onNo={() => setAsking(false)} />}
    </Box>
  )
}

/** A vote for each candidate; what one still lacks is said where it would be counted. */
export const VotePart = ({ view, draft, onBallot, sending, onRecord }: { view: MeetingView; draft: Draft; onBallot: (personId: string, to: Ballot) => void; sending: boolean; onRecord: (one: Candidate) => Promise<void> }) => {
  if (view.candidates.length === 0) return <Empty title={mt('nobodyToVote')} words={mt('nobodyToVoteWords')} />
  return (
    <>
      {view.candidates.map((one) => (
        <Card key={one.personId}>
          <CandidateLine one={one} tag={!one.vote} />
          {one.vote ? <VoteResult vote={one.vote} /> : unmetOf(one) > 0 ? null : draft.date > view.today ? <Box className='s-warn'>{mt('futureVote')}</Box> : (
            <Count one={one} view={view} draft={draft} ballot={draft.ballots[one.personId] ?? newBallot} onBallot={(to) => onBallot(one.personId, to)} sending={sending} onRecord={() => onRecord(one)} />
          )}
        </Card>
      ))}
    </>
  )
}
