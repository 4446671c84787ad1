import type { Answer } from '@shared/contract/index'
import { currentPerson } from '@/api/session'
import type { Query } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { achievedWords, missingWords, requirementName } from '@/text/figure-words'
import { Button, Card, Heading, Row } from '@/ui/parts'
import { Bar } from '@/ui/figures'
import { Box, Text } from '@/ui/primitives'
import { WithQuery } from '@/ui/with-query'
import { s } from '../text'
import { k } from '../cards/text'
import { Binding } from './binding'
import { GuardianConsent } from './guardian-consent'
import { LeagueMember } from './league-member'
import { MemberExams } from './member-exams'
import { MemberRecords } from './member-records'
import { Stays } from './stays'

type Requirement = Answer<'showProgress'>['requirements'][number]

const lacksWords = (one: Requirement): string =>
  one.achieved < one.required ? s('lacks', { n: missingWords(one) }) : one.examPassed === false ? s('lacksExam') : achievedWords(one)

/** What is missing, before anything else. */
const Missing = ({ requirements }: { requirements: Requirement[] }) => {
  const unmet = requirements.filter(({ enforcement, met }) => enforcement === 'required' && !met)
  return (
    <Card>
      <Text className={`q-strong q-block ${unmet.length ? '' : 'q-green'}`}>{unmet.length ? s('missingN', { n: unmet.length }) : s('allMet')}</Text>
      {unmet.map((one) => <Row key={one.key}><Text className='q-grow'>{requirementName(one.key)}</Text><Text className='q-amber q-num'>{lacksWords(one)}</Text></Row>)}
    </Card>
  )
}

/** One member as the secretary sees them: what is missing, progress, records, binding. */
export const MemberDetail = ({ personId, progress }: { personId: string; progress: Query<Answer<'showProgress'>> }) => (
  <>
    <WithQuery query={progress}>
      {({ requirements, person, leagueMember }) => (
        <>
          <Text className='q-soft q-block s-under-title'>{person.branchName}{person.birthDate ? ` · ${s('bornOn', { date: person.birthDate })}` : ''}</Text>
          {!leagueMember && <Missing requirements={requirements} />}
          <LeagueMember personId={personId} name={person.name} member={leagueMember} onChanged={() => void progress.refresh()} />
          <Button kind='plain' onTap={() => go('staff/application', { id: personId })}>{s('seeApplication')}</Button>
          <Box style={{ marginTop: '8px' }}><Button kind='plain' onTap={() => go('documents/list', { id: personId })}>{s('seeDocuments')}</Button></Box>
          <Box style={{ marginTop: '8px' }}><Button kind='plain' onTap={() => go('staff/cards', { id: personId })}>{k('title')}</Button></Box>
          <Heading>{s('progress')}</Heading>
          <Card>
            {requirements.map((one) => (
              <Box key={one.key} className='s-line'><Row><Text className='q-grow'>{requirementName(one.key)}{one.met ? ' ✓' : ''}</Text><Text className='q-soft q-num'>{achievedWords(one)}</Text></Row><Bar achieved={one.achieved} required={one.required} label={achievedWords(one)} /></Box>
            ))}
          </Card>
        </>
      )}
    </WithQuery>
    <MemberExams personId={personId} onChanged={() => void progress.refresh()} />
    <MemberRecords personId={personId} own={currentPerson()?.personId === personId} onChanged={() => void progress.refresh()} />
    <Stays personId={personId} />
    <GuardianConsent personId={personId} birthDate={progress.value?.person.birthDate} />
    <Binding personId={personId} name={progress.value?.person.name ?? ''} />
  </>
)
