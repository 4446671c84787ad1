import { useState } from 'react'
import { NoticeOffer } from '@/features/allow-notices/notice-offer'
import { RecordPhotos } from '@/features/show-record/photos'
import { stateWords } from '@/features/apply/words'
import { toTop } from '@/platform/navigate'
import { Button, Card, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { AdmissionForm, HandedForm } from './admission-form'
import { History } from './history'
import { Letter } from './letter'
import { Present } from './present'
import { endOf, returnOf, stagesOf, type View } from './stages'
import { m } from './text'
import { StageBar, Timeline } from './timeline'
import { Withdraw } from './withdraw'

/** An application that came to an end, and why. */
const Ended = ({ end }: { end: NonNullable<ReturnType<typeof endOf>> }) => (
  <Card className={end.state === 'withdrawn' ? '' : 'apply-returned'}>
    <Text className='q-soft q-block q-num'>{end.date}</Text>
    <Text className='q-block apply-state'>{stateWords(end.state)}</Text>
    <Text className='q-block'>{m(end.state === 'withdrawn' ? 'endedWithdrawn' : end.state === 'rejected' ? 'endedRejected' : 'endedTerminated')}</Text>
    {end.reason && <Text className='q-block q-lines'>{m('returnedWhy', { reason: end.reason })}</Text>}
    {end.state !== 'withdrawn' && <Text className='q-soft q-block'>{m('endedAgain')}</Text>}
  </Card>
)

/** The letter that was handed in: closed, as it is long and known. */
const Handed = ({ application: { letter, paper } }: { application: NonNullable<View['application']> }) => {
  const [open, setOpen] = useState(false)
  if (paper) return <><Heading>{m('letter')}</Heading><Card><Text className='q-block'>{m('paper', { date: paper.date, who: paper.byName })}</Text></Card><RecordPhotos photos={paper.photos} /></>
  if (!letter) return null
  return (
    <>
      <Heading>{m('letter')}</Heading>
      <Card>
        {open && <Text className='q-block q-lines apply-letter'>{letter}</Text>}
        <Button small kind='plain' onTap={() => setOpen(!open)}>{m(open ? 'hide' : 'show')}</Button>
      </Card>
    </>
  )
}

/** Where the application stands, what comes next and by whom, and what the applicant can do now. */
export const Apply = ({ view, onChange: put }: { view: View; onChange: (view: View) => void }) => {
  // What has changed is said at the top.
  const onChange = (changed: View) => {
    put(changed)
    toTop()
  }
  const { application, mine } = view
  const stages = stagesOf(view)
  const end = endOf(view)
  const returned = returnOf(view) !== undefined
  return (
    <>
      {end ? <Ended end={end} /> : <><StageBar stages={stages} /><Present view={view} /></>}
      {mine.includes('apply') && <Letter key={application?.version ?? 0} button={returned ? 'again' : end ? 'anew' : 'send'} first={returned ? (application?.letter ?? '') : ''} onDone={onChange} />}
      {mine.includes('fill-form') && <AdmissionForm key={application?.version ?? 0} view={view} onChange={onChange} />}
      {application && !end && !returned && <NoticeOffer kinds={['application']} />}
      {!end && <Timeline stages={stages} />}
      {application && !mine.includes('apply') && <Handed application={application} />}
      {application && !mine.includes('fill-form') && <HandedForm application={application} />}
      {application && <History steps={application.steps} />}
      {application && mine.includes('withdraw') && <Box className='apply-foot'><Withdraw key={application.version} version={application.version} onDone={onChange} /></Box>}
    </>
  )
}
