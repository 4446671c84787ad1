import { memo } from 'react'
import { go } from '@/platform/navigate'
import { t, tOr } from '@/text'
import { achievedWords, categoryName, requirementName, unitOf } from '@/text/figure-words'
import { amount, span } from '@/text/format'
import { Bar } from '@/ui/figures'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { type Requirement, ruleWords, whyExcluded } from './rule-words'

type Line = NonNullable<Requirement['counted']>[number]['line']

/** A record in either list, with its worth and, where there is one, the reason. */
const LineCard = memo(({ line, worth, why, bad }: { line: Line; worth: string; why?: string | undefined; bad?: boolean }) => (
  <Card onTap={() => go('mine/record', { id: line.id })}>
    <Row><Text className='q-grow q-strong q-cut'>{line.title}</Text><Text className={`q-num q-right ${bad ? 'q-soft' : 'q-green q-strong'}`}>{worth}</Text></Row>
    <Text className='q-soft q-block'>{span(line.startedAt, line.endedAt)} · {t(`source-${line.source}`)}</Text>
    {why && <Text className={`q-block q-small ${bad ? 'q-red' : 'q-amber'}`}>{why}</Text>}
    {line.reason && <Text className='q-soft q-block'>{tOr(`reason-${line.reason}`)}{line.words ? `${t('colon')}${line.words}` : ''}</Text>}
  </Card>
))

const Exam = ({ exam, passed }: { exam: NonNullable<Requirement['exam']>; passed: boolean | undefined }) => (
  <Box className='q-block'>
    <Tag tone={passed ? 'good' : 'wait'}>{passed ? t('examPassed') : t('examNotPassed', { pass: exam.passMark })}</Tag>
    {exam.best !== undefined && <Text className='q-soft'> {t('examBest', { best: exam.best })}</Text>}
  </Box>
)

export const RequirementView = ({ r, ruleSet }: { r: Requirement; ruleSet: { id: string; version: number } }) => (
  <>
    <Card>
      <Row><Text className='q-grow q-title'>{requirementName(r.key)}</Text><Tag tone={r.met ? 'good' : 'wait'}>{t(r.met ? 'met' : 'unmet')}</Tag></Row>
      <Box className='q-num q-strong' style={{ padding: '8px 0', fontSize: '20px' }}>{achievedWords(r)}</Box>
      <Bar achieved={r.achieved} required={r.required} label={achievedWords(r)} />
      {r.exam && <Box style={{ marginTop: '12px' }}><Exam exam={r.exam} passed={r.examPassed} /></Box>}
    </Card>
    <Card>
      <Text className='q-strong q-block'>{t('whichRule')}</Text>
      <Text className='q-block'>{ruleWords(r)}</Text>
      <Text className='q-soft q-block'>{t(r.enforcement === 'required' ? 'requiredOnes' : 'advisoryHint')} · {t('ruleSet', { version: ruleSet.version })}</Text>
    </Card>
    {r.exam && <Box style={{ marginBottom: '12px' }}><Button kind='plain' onTap={() => go('exam/start', { course: r.exam?.course })}>{t('sitExam')}</Button></Box>}
    {r.category === 'volunteering' && <Box style={{ marginBottom: '12px' }}><Button kind='plain' onTap={() => go('mine/submit-record')}>{t('recordHours')}</Button></Box>}
    {r.byCategory && (
      <Card>
        <Text className='q-strong q-block'>{t('pointsByCategory')}</Text>
        {Object.entries(r.byCategory).map(([category, n]) => <Row key={category}><Text className='q-grow'>{categoryName(category)}</Text><Text className='q-num q-strong'>{amount(n, 'point')}</Text></Row>)}
      </Card>
    )}
    {r.missing && r.missing.length > 0 && <><Heading>{t('missingIssues')}</Heading><Card><Box className='q-wrap'>{r.missing.map((id) => <Tag key={id}>{id}</Tag>)}</Box></Card></>}
    {r.counted && (
      <>
        <Heading>{t('counted')}</Heading>
        {r.counted.length === 0 && <Card><Text className='q-soft'>{t('nothingCounted')}</Text></Card>}
        {r.counted.map((c) => <LineCard key={c.line.id} line={c.line} worth={`+${amount(c.quantity, unitOf(r))}`} why={c.reduced && t(`reduced-${c.reduced}`)} />)}
      </>
    )}
    {r.excluded && r.excluded.length > 0 && (
      <>
        <Heading>{t('excluded')}</Heading>
        {r.excluded.map((e) => <LineCard key={e.line.id} line={e.line} worth={amount(e.line.quantity, unitOf(r))} why={whyExcluded(e)} bad />)}
      </>
    )}
  </>
)
