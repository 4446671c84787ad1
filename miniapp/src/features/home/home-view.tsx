import { memo } from 'react'
import type { Answer } from '@shared/contract/index'
import type { Figure } from '@shared/contract/home'
import { MessagesEntry } from '@/features/list-messages/messages-entry'
import { go } from '@/platform/navigate'
import { t } from '@/text'
import { achievedWords, missingWords, requirementName } from '@/text/figure-words'
import { localDateTime } from '@/text/format'
import { Bar, Ring } from '@/ui/figures'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { AskedCard } from './asked-card'
import { applicationWords, summaryOf } from './home-summary'
import { NextEvent } from './next-event'

type Home = Answer<'home'>

/** One requirement: a bar, what is reached of what is asked, and whether it is met in a word, not by colour alone. */
const FigureCard = memo(({ figure }: { figure: Figure }) => {
  const name = requirementName(figure.key)
  return (
    <Card className='home-figure' onTap={() => go('mine/requirement', { key: figure.key })}>
      <Row><Text className='q-grow q-strong q-cut'>{name}</Text><Tag tone={figure.met ? 'good' : 'plain'}>{figure.met ? t('met') : t('missingN', { n: missingWords(figure) })}</Tag></Row>
      <Text className='q-soft q-num q-block home-of'>{achievedWords(figure)}</Text>
      <Bar achieved={figure.achieved} required={figure.required} label={achievedWords(figure)} />
    </Card>
  )
})

const Overview = ({ home }: { home: Home }) => {
  const { met, all, left } = summaryOf(home)
  return (
    <Card>
      <Row>
        <Ring part={all ? met / all : 1} size={104} label={t('achievedOf', { achieved: met, required: all })}><Text className='home-ring q-num'>{met}<Text className='home-ring-all'>/{all}</Text></Text></Ring>
        <Box className='q-grow'>
          <Box className='home-state'>{home.eligible ? t('ready') : t('notReady', { n: left })}</Box>
          <Box className='q-soft'>{home.eligible ? t('readyWords') : home.earliestReady ? t('earliest', { date: home.earliestReady }) : t('earliestUnknown')}</Box>
          <Box className='q-wrap home-marks'>
            {home.pending > 0 && <Tag tone='wait'>{t('pendingCount', { n: home.pending })}</Tag>}
            {home.rejected > 0 && <Tag tone='bad'>{t('rejectedCount', { n: home.rejected })}</Tag>}
          </Box>
        </Box>
      </Row>
    </Card>
  )
}

const NextStep = ({ home }: { home: Home }) => {
  const figure = home.figures.find((f) => f.key === home.next?.key)
  if (!home.next || !figure) return null
  const hours = figure.category === 'volunteering'
  return (
    <Card className='home-next'>
      <Text className='q-small q-green q-strong q-block'>{t('next')}</Text>
      <Row>
        <Text className='q-grow q-strong'>{t('nextMissing', { what: requirementName(figure.key), n: missingWords(figure) })}</Text>
        <Button small onTap={() => (hours ? go('mine/submit-record') : go('mine/requirement', { key: figure.key }))}>{t(hours ? 'nextRecord' : 'nextLook')}</Button>
      </Row>
    </Card>
  )
}

export const HomeView = ({ home }: { home: Home }) => (
  <>
    <Box className='home-hello'>{t('greeting', { name: home.person.name })}</Box>
    {home.person.branchName && <Box className='q-soft home-branch'>{home.person.branchName}</Box>}
    <MessagesEntry />
    <Overview home={home} />
    <NextStep home={home} />
    <Heading>{t('requiredOnes')}</Heading>
    <Box className='home-grid'>{home.figures.filter((f) => f.enforcement === 'required').map((f) => <FigureCard key={f.key} figure={f} />)}</Box>
    <Heading>{t('advisoryOnes')}</Heading>
    <Box className='q-soft home-branch'>{t('advisoryHint')}</Box>
    <Box className='home-grid'>{home.figures.filter((f) => f.enforcement === 'advisory').map((f) => <FigureCard key={f.key} figure={f} />)}</Box>
    <Card onTap={() => go('mine/apply')}>
      <Row>
        <Box className='q-grow'><Text className='q-strong q-block'>{t('applicationState')}</Text><Text className='q-soft q-block'>{applicationWords(home)}</Text></Box>
        <Text className='q-green q-strong'>{home.application ? '›' : t('writeLetter')}</Text>
      </Row>
    </Card>
    <AskedCard />
    <NextEvent />
    <Button kind='plain' onTap={() => go('mine/submit-record')}>{t('recordHours')}</Button>
    <Box className='q-foot'>{t('asOf', { time: localDateTime(home.asOf) })} · {t('ruleSet', { version: home.ruleSet.version })}</Box>
  </>
)
