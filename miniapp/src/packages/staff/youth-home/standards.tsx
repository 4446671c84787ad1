import type { HomeView } from '@shared/contract/youth-homes'
import { useState } from 'react'
import type { Query } from '@/api/use-query'
import { HomePhotos } from '@/features/youth-home/photos'
import { y } from '@/features/youth-home/text'
import { go } from '@/platform/navigate'
import { localDateTime } from '@/text/format'
import { Button, Card, Heading, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { stateTones } from '../parts/home-tones'
import { yh } from '../text/homes'
import { AssessSheet } from './assess-sheet'

export type Standard = HomeView['standards'][number]

const History = ({ history }: { history: NonNullable<Standard['history']> }) => {
  const [open, setOpen] = useState(false)
  if (history.length < 2) return null
  return (
    <>
      <Button small kind='plain' onTap={() => setOpen(!open)}>{yh('history', { n: history.length })}</Button>
      <Box role='list' className='q-list'>
        {open && history.map(({ n, state, words, ofRevision, at, byName }) => (
          <Box key={n} role='listitem' className='s-line'>
            <Text className='q-block q-strong'>{yh('historyN', { n, state: y(state) })}</Text>
            <Text className='q-block'>{words}</Text>
            <Text className='q-block q-soft q-small'>{`${yh('assessedBy', { who: byName, time: localDateTime(at) })} · ${yh('ofRevision', { n: ofRevision })}`}</Text>
          </Box>
        ))}
      </Box>
    </>
  )
}

const StandardCard = ({ home, one, onAssess }: { home: HomeView; one: Standard; onAssess: () => void }) => {
  const { standard, words, evidence, state, changedSince, assessment, history, at, byName } = one
  return (
    <Card>
      <Box className='q-wrap'><Text className='q-strong'>{y(standard)}</Text><Tag tone={stateTones[state]}>{y(state)}</Tag>{changedSince && <Tag tone='info'>{yh('changedSince')}</Tag>}</Box>
      <Text className={`q-block q-lines ${words === undefined ? 'q-soft' : ''}`}>{words ?? yh('empty')}</Text>
      {evidence.length > 0 && <Box className='s-photos'><HomePhotos photos={evidence} about={y(standard)} /></Box>}
      {evidence.some(({ usedBefore }) => usedBefore) && <Tag tone='bad'>{yh('usedBefore')}</Tag>}
      {at !== undefined && <Text className='q-block q-soft q-small'>{yh('wroteBy', { who: byName ?? '', time: localDateTime(at) })}</Text>}
      {assessment && <Box className={assessment.state === 'met' ? 's-change' : 's-warn'}><Text className='q-block'>{assessment.words}</Text><Text className='q-block q-small'>{yh('assessedBy', { who: assessment.byName, time: localDateTime(assessment.at) })}</Text></Box>}
      {history && <History history={history} />}
      <Box className='q-wrap s-under-field'>
        {home.may.edit && <Button small kind='plain' label={`${yh(words === undefined ? 'fill' : 'edit')} ${y(standard)}`} onTap={() => go('staff/home-standard', { id: home.homeId, standard })}>{yh(words === undefined ? 'fill' : 'edit')}</Button>}
        {home.may.assess && !home.may.edit && (words === undefined ? <Text className='q-soft q-small'>{yh('writeFirst')}</Text> : <Button small kind={state === 'not-assessed' || changedSince ? 'main' : 'plain'} label={`${yh('assess')} ${y(standard)}`} onTap={onAssess}>{yh('assess')}</Button>)}
      </Box>
    </Card>
  )
}

/** The five standards side by side: what managers say and show, what the county found, and what changed since. */
export const Standards = ({ query, home }: { query: Query<HomeView>; home: HomeView }) => {
  const [asked, setAsked] = useState<Standard['standard']>()
  const one = home.standards.find(({ standard }) => standard === asked)
  return (
    <>
      <Heading>{yh('standards')}</Heading>
      {home.standards.map((each) => <StandardCard key={each.standard} home={home} one={each} onAssess={() => setAsked(each.standard)} />)}
      <Box>{one && <AssessSheet key={one.standard} query={query} homeId={home.homeId} one={one} onClose={() => setAsked(undefined)} />}</Box>
    </>
  )
}
