import { byWords, stateWords } from '@/features/apply/words'
import { go } from '@/platform/navigate'
import { localDate } from '@/text/local-time'
import { Card, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Conditions } from './conditions'
import { returnOf, type View } from './stages'
import { type MineKey, m } from './text'

/** What a return asks of the applicant: a letter, a form, or that the step before be put right. */
const afterReturn = ({ application, mine }: View): string => {
  if (application?.position === 'none' || !application) return m('returnedLetter')
  return mine.includes('fill-form') ? m('returnedForm') : m('returnedStep', { state: stateWords(application.position) })
}

/** Who and what belongs to the state that the applicant is in. */
const about = ({ application }: View): string[] => {
  if (!application) return []
  const { position, mentors, introducers, notice, number } = application
  const before = ['activist', 'cultivating'].includes(position)
  return [
    ...(before && mentors.length ? [m('yourMentors', { who: mentors.map(({ name }) => name).join('、') })] : []),
    ...(position === 'public-notice' && notice ? [notice.closed ? m('noticeOver', { from: notice.from, until: notice.closed }) : m('noticeRuns', { from: notice.from, until: notice.until })] : []),
    ...(position === 'form-filled' ? [m('introducersAre', { who: introducers.map(({ name, spoken }) => `${name}（${m(spoken ? 'spoken' : 'silent')}）`).join('、') })] : []),
    ...(number && !before ? [m('yourNumber', { n: number })] : []),
  ]
}

/** What comes next, and by whom; before a meeting come the introducers. */
const nextWords = ({ application, next }: View): string => {
  if (!next) return ''
  const silent = next.act === 'vote' ? (application?.introducers.filter(({ spoken }) => !spoken) ?? []) : []
  return silent.length ? m('next-introduce', { who: silent.map(({ name }) => name).join('、') }) : m(`next-${next.act}` as MineKey, { who: byWords(next.by) })
}

/** Where the application stands, what comes next, who does it, and what it waits for; where it waits for the applicant alone, no list says so too. */
export const Present = ({ view }: { view: View }) => {
  const { application, next, mine, earliestAdmission } = view
  const reason = returnOf(view)
  const position = application?.position
  const reached = position === undefined || position === 'none' ? undefined : view.timeline.find(({ state }) => state === position)?.reached
  const yours = next !== undefined && mine.includes(next.act)
  const voted = view.timeline.find(({ state }) => state === 'branch-voted')?.reached
  return (
    <>
      {reason !== undefined && application && (
        <Card className='apply-returned'>
          <Row><Text className='q-grow q-strong q-red'>{m('returned')}</Text><Text className='q-small q-num'>{localDate(application.since)}</Text></Row>
          {reason !== '' && <Text className='q-block q-lines'>{m('returnedWhy', { reason })}</Text>}
          <Text className='q-block'>{afterReturn(view)}</Text>
        </Card>
      )}
      <Card className='apply-now'>
        <Text className='q-soft q-block'>{m('now')}</Text>
        <Text className='q-block apply-state'>{position === undefined ? m('notYet') : position === 'none' ? m('toMend') : stateWords(position)}</Text>
        {reached && <Text className='q-soft q-block q-num'>{m('since', { date: reached })}</Text>}
        {about(view).map((line) => <Text key={line} className='q-block apply-about'>{line}</Text>)}
        <Box className='apply-next'>
          {next ? <><Row><Text className='q-small q-strong q-green q-grow'>{m('nextIs')}</Text>{yours && <Tag tone='wait'>{m('yours')}</Tag>}</Row><Text className='q-block q-strong'>{nextWords(view)}</Text></>
            : <><Text className='q-small q-strong q-green q-block'>✓ {m('overAlready')}</Text><Text className='q-block'>{m('doneWords')}</Text></>}
        </Box>
        {(voted ?? earliestAdmission) && <Text className='q-soft q-block apply-about'>{voted ? m('admitted', { date: voted }) : m('admission', { date: earliestAdmission ?? '' })}</Text>}
      </Card>
      {next && !(yours && next.ready) && <Conditions conditions={next.conditions} onExam={() => go('exam/start')} />}
    </>
  )
}
