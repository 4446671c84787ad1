import '../parts/staff.css'
import { useState } from 'react'
import { replace } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { Button, Card, Heading } from '@/ui/parts'
import { Bar } from '@/ui/figures'
import { Box, Text } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { changesBetween, type Content, type Version } from '../rules/describe'
import { useCountyRules } from '../rules/use-county-rules'
import { Changes } from '../rules/version-card'
import { p } from '../text/policy'
import { isWhole } from './preview-rules'
import { Publish } from './publish'
import { Figures, Results } from './results'
import { usePreview } from './use-preview'

const Preview = ({ org, hash, draft, versions, refresh }: { org: string; hash: string; draft: Content; versions: Version[]; refresh: () => Promise<void> }) => {
  const { progress, running, trouble, run, stop } = usePreview(org, hash)
  const [changed, setChanged] = useState<string>()
  const inForce = versions.find(({ state }) => state === 'in-force')
  const again = () => {
    setChanged(undefined)
    void run(progress)
  }
  if (!inForce) return null
  const whole = isWhole(progress) && changed === undefined
  const place = progress && { done: progress.done, of: progress.of, n: progress.members }
  return (
    <Box className='s-two'>
      <Box>
        <Heading>{p('changes')}</Heading>
        <Card><Changes changes={changesBetween(inForce.ruleSet, draft)} none={p('noChanges')} /><Box className='s-actions'><Button kind='plain' onTap={() => replace('staff/rules-draft')}>{p('editDraft')}</Button></Box></Card>
        <Heading>{p('preview')}</Heading>
        <Card>
          <Text className='q-soft q-block'>{p('previewWords')}</Text>
          {place && (
            <Box role='status' className='s-stack'>
              <Text className='q-block'>{p(running ? 'previewing' : isWhole(progress) ? 'previewDone' : 'previewPaused', place)}</Text>
              <Bar achieved={place.done} required={place.of} label={`${place.done} / ${place.of}`} />
            </Box>
          )}
          <Refused trouble={trouble} />
          {changed && <Box className='q-banner q-banner-bad' role='alert'>{changed}</Box>}
          <Box className='s-actions'>
            {running ? <Button kind='plain' onTap={stop}>{p('stop')}</Button> : <Button kind={whole ? 'plain' : 'main'} onTap={again}>{p(progress === undefined ? 'previewStart' : isWhole(progress) ? 'previewAgain' : 'resume')}</Button>}
          </Box>
        </Card>
        {progress && whole ? <Publish org={org} hash={hash} last={progress.last} coming={versions.filter(({ state }) => state === 'coming')} onChanged={(words) => { setChanged(words); void refresh() }} /> : <Text className='q-soft q-small q-block'>{p('previewFirst')}</Text>}
      </Box>
      <Box>{progress && <><Figures progress={progress} /><Results progress={progress} draft={draft} inForce={inForce.ruleSet} /></>}</Box>
    </Box>
  )
}

/** Whose eligibility the draft would change, by name, on today's data; then its publication. */
export default function RulesPreview() {
  const { org, rules, draft: query } = useCountyRules()
  return (
    <Page title={p('preview')} wide>
      <WithQuery query={rules}>
        {({ items }) => (
          <WithQuery query={query}>
            {({ draft }) => org !== undefined && (draft ? <Preview key={draft.hash} org={org} hash={draft.hash} draft={draft.content} versions={items} refresh={rules.refresh} />
              : <Empty title={p('draftNone')} words={p('draftNoneWords')} action={p('startDraft')} onAction={() => replace('staff/rules-draft')} />)}
          </WithQuery>
        )}
      </WithQuery>
    </Page>
  )
}
