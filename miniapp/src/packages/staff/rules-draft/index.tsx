import '../parts/staff.css'
import { type ReactNode, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import type { Query } from '@/api/use-query'
import { replace } from '@/platform/navigate'
import { requirementName } from '@/text/figure-words'
import { Page } from '@/ui/page'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { useWide } from '../parts/use-wide'
import { capsLine, changesBetween, type Content, sentences } from '../rules/describe'
import { useCountyRules } from '../rules/use-county-rules'
import { Changes } from '../rules/version-card'
import { p } from '../text/policy'
import { CapFields, RequirementFields } from './fields'
import { useRuleDraft } from './use-rule-draft'

type Draft = Answer<'showRuleDraft'>

/** A part of the rules in words, opened to be changed: all fields at once are more than a phone likes to draw, and a person to read. */
const Part = ({ title, mark, lines, wrong, children }: { title: string; mark?: string; lines: string[]; wrong: boolean; children: ReactNode }) => {
  const [open, setOpen] = useState(false)
  return (
    <Card>
      <Row><Text className='q-grow q-strong'>{title}</Text>{mark && <Tag>{mark}</Tag>}<Button small kind='plain' label={`${p(open ? 'closePart' : 'openPart')} ${title}`} onTap={() => setOpen(!open)}>{p(open ? 'closePart' : 'openPart')}</Button></Row>
      <Box>{open ? children : <>{lines.map((line) => <Text key={line} className='q-block q-small'>{line}</Text>)}{wrong && <Text className='s-wrong q-block'>{p('fieldWrong')}</Text>}</>}</Box>
    </Card>
  )
}

const Editor = ({ org, query, held, inForce }: { org: string; query: Query<Draft>; held: Draft; inForce: Content }) => {
  const { form, faults, dirty, taken, sending, trouble, save, loadLatest, onType, onPut } = useRuleDraft(org, held, inForce, query)
  const props = { form, faults, onType, onPut }
  const wide = useWide()
  const wrong = Object.keys(faults).length
  const hasFault = (path: string) => Object.keys(faults).some((one) => one.startsWith(path))
  const changes = changesBetween(inForce, form.content)
  const preview = async () => {
    if (await save()) replace('staff/rules-preview')
  }
  const actions = (
    <>
      <Button kind='plain' busy={sending} disabled={!dirty || wrong > 0} onTap={() => void save()}>{p('saveDraft')}</Button>
      <Button busy={sending} disabled={changes.length === 0 || wrong > 0} onTap={() => void preview()}>{p('toPreview')}</Button>
    </>
  )
  return (
    <>
      <Box className='s-two'>
        <Box>
          {form.content.requirements.map((rule, i) => {
            const path = `requirements[${i}]`
            return (
              <Part key={rule.key} title={requirementName(rule.key)} mark={p(rule.enforcement ?? 'required')} lines={sentences(rule, form.content)} wrong={hasFault(path)}>
                <RequirementFields {...props} path={path} rule={rule} />
              </Part>
            )
          })}
          <Part title={p('caps')} lines={[capsLine(form.content)]} wrong={hasFault('counting')}><CapFields {...props} /></Part>
        </Box>
        <Box className={wide ? 's-aside' : ''}>
          <Card>
            <Heading>{p('changes')}</Heading>
            <Changes changes={changes} none={p('noChanges')} />
            <Box>
              {taken && <Box className='q-banner q-banner-bad' role='alert'><Text className='q-grow'>{taken}</Text></Box>}
              {taken ? <Box className='s-stack'><Button kind='plain' onTap={loadLatest}>{p('loadLatest')}</Button></Box> : <Refused trouble={trouble} />}
              {wrong > 0 && <Box className='s-warn' role='alert'>{p('fixFirst', { n: wrong })}</Box>}
              {dirty && wrong === 0 && <Text className='q-soft q-small q-block'>{p('unsaved')}</Text>}
            </Box>
            {wide && <Box className='s-actions'>{actions}</Box>}
          </Card>
        </Box>
      </Box>
      {!wide && <Box className='s-bar'>{actions}</Box>}
    </>
  )
}

/** The next version of the rules, requirement by requirement, with what it changes beside it. */
export default function RulesDraft() {
  const { org, rules, draft } = useCountyRules()
  const inForce = rules.value?.items.find(({ state }) => state === 'in-force')
  return (
    <Page title={p('draft')} wide>
      <WithQuery query={rules}>
        {() => <WithQuery query={draft}>{(held) => org !== undefined && inForce && <Editor org={org} query={draft} held={held} inForce={inForce.ruleSet} />}</WithQuery>}
      </WithQuery>
    </Page>
  )
}
