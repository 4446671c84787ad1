import { memo } from 'react'
import { requirementName } from '@/text/figure-words'
import { Card, Row, Tag } from '@/ui/parts'
import { Box, Tap, Text } from '@/ui/primitives'
import { type Item, type Outcome, whyNot } from '../acts/bulk'
import { ac } from '../acts/text'
import { s } from '../text'
import { bo } from './text'
import { whenLine, whomLine } from './waiting-line'

const Body = ({ one: { person, waiting, unmet }, org }: { one: Item; org: string }) => (
  <>
    <Row><Text className='q-grow q-strong'>{person.name}</Text>{waiting.late && <Tag tone='bad'>{bo('late')}</Tag>}{waiting.mine && <Tag tone='wait'>{bo('mine')}</Tag>}</Row>
    <Text className='q-small q-block'>{[person.branch !== org && person.branchName, whomLine(waiting)].filter(Boolean).join(' · ')}</Text>
    {waiting.act && <Text className={`q-small q-block ${waiting.late ? 'q-red' : 'q-soft'}`}>{whenLine(waiting)}</Text>}
    {waiting.by.includes('student') && unmet.length > 0 && <Text className='q-small q-block'>{s('missingList', { what: unmet.map(requirementName).join(s('listComma')) })}</Text>}
  </>
)

export const ApplicationCard = memo(({ one, org, chosen, onOpen }: { one: Item; org: string; chosen: boolean; onOpen: (personId: string) => void }) => (
  <Card className={chosen ? 's-row-on' : ''} onTap={() => onOpen(one.person.personId)}><Body one={one} org={org} /></Card>
))

/** One to be chosen with others; where it could not be done, why. */
export const ChoiceRow = ({ one, org, on, refused, onToggle }: { one: Item; org: string; on: boolean; refused: Outcome | undefined; onToggle: (personId: string) => void }) => (
  <Box className={`s-row ${on ? 's-row-on' : ''}`}>
    <Tap className='s-check' role='checkbox' selected={on} label={ac('chooseOne', { name: one.person.name })} onTap={() => onToggle(one.person.personId)}><Box className={`s-box ${on ? 's-box-on' : ''}`}>{on ? '✓' : ''}</Box></Tap>
    <Box className='s-row-body'><Body one={one} org={org} />{refused && <Text className='q-small q-block q-red'>{whyNot(refused)}</Text>}</Box>
  </Box>
)
