import { requirementName } from '@/text/figure-words'
import { localDateTime } from '@/text/format'
import { Card, Row, Tag, type Tone } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { p } from '../text/policy'
import { capsLine, type Change, type Content, sentences, type Version } from './describe'

const tones: Record<Version['state'], Tone> = { 'in-force': 'good', coming: 'info', past: 'plain', replaced: 'wait' }
const kinds = { added: ['added', 'good'], removed: ['removed', 'bad'] } as const

const publishedWords = ({ byName, publishedAt }: Pick<Version, 'byName' | 'publishedAt'>): string | undefined =>
  publishedAt && (byName ? p('publishedBy', { who: byName, time: localDateTime(publishedAt) }) : p('publishedAt', { time: localDateTime(publishedAt) }))

export const Changes = ({ changes, none }: { changes: Change[]; none: string }) => changes.length === 0 ? <Text className='q-soft q-block'>{none}</Text> : (
  <Box>
    {changes.map(({ title, kind, lines }) => (
      <Box key={`${kind} ${title}`} className='s-line'>
        <Row><Text className='q-grow q-strong'>{title}</Text>{kind !== 'changed' && <Tag tone={kinds[kind][1]}>{p(kinds[kind][0])}</Tag>}</Row>
        {lines.map((line) => <Text key={line} className='q-block q-small'>{line}</Text>)}
      </Box>
    ))}
  </Box>
)

/** Every requirement of a version in words, those that gate first to be seen by their mark; then what counts a day at most. */
export const Requirements = ({ content }: { content: Content }) => (
  <Card>
    {content.requirements.map((rule) => (
      <Box key={rule.key} className='s-line'>
        <Row><Text className='q-grow q-strong'>{requirementName(rule.key)}</Text><Tag tone={rule.enforcement === 'advisory' || rule.enforcement === 'off' ? 'plain' : 'good'}>{p(rule.enforcement ?? 'required')}</Tag></Row>
        {sentences(rule, content).map((line) => <Text key={line} className='q-block q-small'>{line}</Text>)}
      </Box>
    ))}
    <Box className='s-line'>
      <Text className='q-strong q-block'>{p('caps')}</Text>
      <Text className='q-block q-small'>{capsLine(content)}</Text>
    </Box>
  </Card>
)

/** A version's number, when it holds, and who published it. */
export const VersionHead = ({ version }: { version: Version }) => (
  <>
    <Row><Text className='q-grow q-strong'>{p('version', { n: version.ruleSet.version })}</Text><Tag tone={tones[version.state]}>{p(`state-${version.state}`)}</Tag></Row>
    <Text className='q-block q-small'>{version.state === 'replaced' ? p('replacedWords') : p('inForceSince', { date: version.effectiveFrom })}</Text>
    {publishedWords(version) && <Text className='q-soft q-small q-block'>{publishedWords(version)}</Text>}
  </>
)
