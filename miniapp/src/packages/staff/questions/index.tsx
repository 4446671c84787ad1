import '../parts/staff.css'
import { useEffect, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { usePulled } from '@/platform/page-events'
import { saveText } from '@/platform/save-text'
import { localDateTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Chips, Field, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { type ChosenSheet, chooseSheet } from '../parts/choose-sheet'
import { OrgPick } from '../parts/org-pick'
import { sheetBytesAtMost } from '../parts/sheet-trouble'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'
import { x } from '../text/exams'
import { type Import, importTrouble, template } from './import-questions'
import { QuestionRows } from './question-rows'

type Bank = Answer<'showQuestionBank'>
const modes = ['add', 'replace'] as const

const drawsWords = ({ own, draws, needed }: Bank): string => (!draws ? x('drawsNothing', { n: needed }) : draws.org === own?.org ? x('drawsOwn') : x('draws', { org: draws.orgName, n: draws.questions }))

/** The committee's bank, and which one its members' exams draw from. */
const BankCard = ({ bank }: { bank: Bank }) => (
  <>
    <Card>
      {bank.own ? <><Text className='q-strong q-block'>{x('bankOf', { org: bank.own.orgName, n: bank.own.questions })}</Text><Text className='q-soft q-small q-block'>{x('bankBy', { version: bank.own.version, who: bank.own.byName, time: localDateTime(bank.own.at) })}</Text></>
        : <><Text className='q-strong q-block'>{x(bank.draws ? 'noOwnBank' : 'noBank')}</Text><Text className='q-soft q-small q-block'>{x(bank.draws ? 'noOwnBankWords' : 'noBankWords', { n: bank.needed })}</Text></>}
      <Text className={`q-block ${bank.draws ? 'q-green' : 'q-amber'}`}>{drawsWords(bank)}</Text>
    </Card>
    {bank.history.length > 1 && <><Heading>{x('history')}</Heading><Card>{bank.history.map((one) => <Box key={one.version} className='s-line'><Text className='q-soft q-small'>{x('bankBy', { version: one.version, who: one.byName, time: localDateTime(one.at) })} · {one.questions}</Text></Box>)}</Card></>}
  </>
)

/** A sheet of questions into a committee's bank: what would become of every row first, then the same file for good. */
export default function Questions() {
  const staff = useStaff(true)
  const committee = staff?.role.name !== 'branch-secretary'
  // A branch looked at on another page stands for the committee above it.
  const org = (staff?.org ?? '').split('.').slice(0, 2).join('.')
  const bank = useQuery('showQuestionBank', staff && committee ? { org } : undefined)
  const pulled = usePulled(bank.refresh)
  const [sheet, setSheet] = useState<ChosenSheet>()
  const [mode, setMode] = useState<(typeof modes)[number]>('add')
  const [read, setRead] = useState<{ of: string; result: Import }>()
  const { send, sending, trouble, clear } = useSend('importQuestions')
  const of = `${org} ${mode}`
  const result = read?.of === of ? read.result : undefined
  const tooLarge = sheet !== undefined && sheet.bytes > sheetBytesAtMost

  const run = async (file: ChosenSheet, dryRun: boolean, how = mode) => {
    const reply = await send({ org, content: file.content, mode: how, dryRun })
    if (!reply?.ok) return
    setRead({ of: `${org} ${how}`, result: reply.value })
    if (!dryRun) await bank.refresh()
  }
  useEffect(() => {
    clear()
    setRead(undefined)
    setSheet(undefined)
  }, [org])
  const choose = async () => {
    const file = await chooseSheet()
    if (!file) return
    setRead(undefined)
    clear()
    setSheet(file)
    if (file.bytes <= sheetBytesAtMost) await run(file, true)
  }
  const changeMode = (next: typeof mode) => {
    setMode(next)
    if (sheet && !tooLarge) void run(sheet, true, next)
  }
  const toWrite = result?.dryRun ? result.counts.new + result.counts.changed : 0
  const writes = toWrite > 0 || (result?.dropped ?? 0) > 0
  if (staff && !committee) return <Page title={x('questions')}><Empty title={x('onlyCommittee')} /></Page>
  return (
    <Page title={x('questions')} pulled={pulled}>
      {staff && <OrgPick staff={{ ...staff, org }} kinds={['county', 'school', 'township']} />}
      <Heading>{x('bank')}</Heading>
      <WithQuery query={bank} rows={1}>{(value) => <BankCard bank={value} />}</WithQuery>
      <Text className='q-soft q-block'>{x('sheetHint')}</Text>
      <Box className='s-actions'>
        <Button kind={result ? 'plain' : 'main'} busy={sending} onTap={() => void choose()}>{s(sheet ? 'another' : 'chooseFile')}</Button>
        <Button kind='plain' onTap={() => void saveText(x('templateName'), template)}>{x('template')}</Button>
      </Box>
      <Box style={{ marginTop: '16px' }}>
        {sheet && <Field label={s('chosen', { name: sheet.name })}><Chips label={x('mode')} value={mode} onValue={changeMode} options={modes.map((one) => [one, x(`mode-${one}`)] as const)} /></Field>}
        {sending && <Box role='status'>{x(result ? 'importing' : 'reading')}</Box>}
        {tooLarge && <Box className='q-banner q-banner-bad' role='alert'>{s('fileTooLarge')}</Box>}
        {trouble && <Box className='q-banner q-banner-bad' role='alert'>{importTrouble(trouble)}</Box>}
        {sheet && !result && !tooLarge && !sending && <Box style={{ marginTop: '12px' }}><Button onTap={() => void run(sheet, true)}>{s('tryOut')}</Button></Box>}
      </Box>
      {result && sheet && (
        <>
          <Card>
            <Text className='q-strong q-block'>{result.dryRun ? x('dryRun') : x('imported', { n: result.questions })}</Text>
            {result.dryRun && <Text className='q-soft q-block'>{x('willHave', { n: result.questions })}</Text>}
            {result.dropped > 0 && result.dryRun && <Box className='s-warn'>{x('dropped', { n: result.dropped })}</Box>}
            {result.dryRun && <Box style={{ marginTop: '12px' }}><Button busy={sending} disabled={!writes} onTap={() => void run(sheet, false)}>{!writes ? x('nothingNew') : mode === 'replace' ? x('replaceBank') : x('importN', { n: toWrite })}</Button></Box>}
          </Card>
          <QuestionRows key={`${result.dryRun}${mode}`} result={result} />
        </>
      )}
    </Page>
  )
}
