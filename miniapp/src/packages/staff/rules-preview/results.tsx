import { memo, useState } from 'react'
import { Button, Card, Chips, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import type { Content } from '../rules/describe'
import { p } from '../text/policy'
import { type Affected, byBranch, isWhole, placeWords, type Progress, reasonWords, wanted } from './preview-rules'

const step = 100
const views = ['all', 'becomes', 'noLonger'] as const

const Person = memo(({ one, draft, inForce }: { one: Affected; draft: Content; inForce: Content }) => (
  <Box className='s-line'>
    <Row><Text className='q-grow'><Text className='q-strong'>{one.person.name}</Text> <Text className='q-soft q-small'>{placeWords(one)}</Text></Text><Tag tone={one.eligible ? 'good' : 'wait'}>{p(one.eligible ? 'becomes' : 'noLonger')}</Tag></Row>
    {one.because.map((reason) => <Text key={reason.key} className='q-small q-block'>{reasonWords(reason, draft, inForce)}</Text>)}
  </Box>
))

export const Figures = ({ progress }: { progress: Progress }) => {
  const rows = [[p('before'), progress.before], [p('after'), progress.after], [p('becomes'), wanted(progress.affected, 'becomes').length], [p('noLonger'), wanted(progress.affected, 'noLonger').length]] as const
  return <Card><Box className='s-figures'>{rows.map(([words, n]) => <Box key={words} className='s-figure'><Text className='s-figure-n'>{n}</Text><Text className='q-soft q-small'>{words}</Text></Box>)}</Box></Card>
}

/** Who is affected, by school and branch, as far as it was looked at. */
export const Results = ({ progress, draft, inForce }: { progress: Progress; draft: Content; inForce: Content }) => {
  const [view, setView] = useState<(typeof views)[number]>('all')
  const [most, setMost] = useState(step)
  const people = wanted(progress.affected, view)
  const left = people.length - most
  // A branch's heading says how many there are, also while not all of them are shown.
  const all = new Map(byBranch(people).map((branch) => [branch.id, branch.people.length]))
  const choose = (next: typeof view) => {
    setView(next)
    setMost(step)
  }
  if (progress.affected.length === 0) return isWhole(progress) ? <Empty title={p('nobodyChanges')} words={p('nobodyChangesWords')} /> : <Text className='q-soft q-block'>{p('sofarNobody')}</Text>
  return (
    <>
      <Box className='s-tools'><Chips label={p('preview')} value={view} onValue={choose} options={[['all', p('allChanges')], ['becomes', p('becomes')], ['noLonger', p('noLonger')]] as const} /></Box>
      <Box>
        {byBranch(people.slice(0, most)).map(({ id, name, people: some }) => (
          <Box key={id}>
            <Heading>{`${name}（${p('peopleN', { n: all.get(id) ?? some.length })}）`}</Heading>
            <Card>{some.map((one) => <Person key={one.person.personId} one={one} draft={draft} inForce={inForce} />)}</Card>
          </Box>
        ))}
        {left > 0 && <Box className='q-foot'><Button small kind='plain' onTap={() => setMost(most + step)}>{p('moreChanges', { n: Math.min(step, left), left })}</Button></Box>}
      </Box>
    </>
  )
}
