import type { Query } from '@/api/use-query'
import { currentPerson } from '@/api/session'
import { go } from '@/platform/navigate'
import { Button, Card, Heading, Row, Tag, type Tone } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { Acts } from '../acts/acts'
import { s } from '../text'
import { ad } from '../text/admission'
import { AdmissionPapers } from './admission-papers'
import { stateName, type View } from './application-words'
import { NextAct } from './next-act'
import { PhotoStrip } from './photo-strip'
import { RerunDecision } from './rerun-decision'
import { Timeline } from './timeline'
import { Trail } from './trail'
import { FilledForm, WhoAndWhen } from './who-and-when'

const Letter = ({ application: { letter, paper } }: { application: NonNullable<View['application']> }) => (
  <>
    <Heading>{ad('letter')}</Heading>
    <Card>{paper ? <><Text className='q-block'>{ad('paperLetter', { date: paper.date, who: paper.byName })}</Text><PhotoStrip photos={paper.photos} /></> : <Text className='s-letter q-block'>{letter}</Text>}</Card>
  </>
)

const tones: Partial<Record<string, Tone>> = { returned: 'wait', withdrawn: 'plain', terminated: 'bad', rejected: 'bad', filed: 'good', 'sworn-in': 'good', archived: 'good' }

/** Why it was returned or ended, before anything else. */
const Ended = ({ application: { state, steps } }: { application: NonNullable<View['application']> }) => {
  const reason = steps.findLast(({ to }) => to === state)?.reason
  return (state === 'returned' || state === 'terminated' || state === 'rejected') && reason ? <Box className='s-warn'>{ad('because', { state: stateName(state), reason })}</Box> : null
}

/** One application: what the next act waits for, what can be done, how far it came, and what was. */
export const ApplicationDetail = ({ query, onDecided }: { query: Query<View>; onDecided?: () => void }) => (
  <WithQuery query={query}>
    {(view) => {
      const { application, person, next, timeline, earliestAdmission } = view
      const own = person.personId === currentPerson()?.personId
      return (
        <>
          <Row className='s-under-title'><Text className='q-soft q-grow'>{person.branchName}</Text>{application && <Tag tone={tones[application.state] ?? 'info'}>{stateName(application.state)}</Tag>}</Row>
          {application && <Ended application={application} />}
          {own && <Box className='s-warn'>{ad('ownApplication')}</Box>}
          {next && <NextAct next={next} />}
          {application && !own && <Acts key={application.version} view={view} query={query} onDone={onDecided} />}
          {!application && <Empty title={ad('noApplication')} />}
          {(next?.act === 'apply' || application?.position === 'none') && !own && <Button kind='plain' onTap={() => go('staff/apply-for', { id: person.personId })}>{s('applyFor')}</Button>}
          {application && <WhoAndWhen application={application} />}
          <Timeline timeline={timeline} earliestAdmission={earliestAdmission} position={application?.position} />
          {application && <Letter application={application} />}
          {application?.form && <FilledForm form={application.form} />}
          {application && <AdmissionPapers personId={person.personId} application={application} own={own} />}
          {application && <Trail steps={application.steps} />}
          {application && <RerunDecision personId={person.personId} steps={application.steps} />}
        </>
      )
    }}
  </WithQuery>
)
