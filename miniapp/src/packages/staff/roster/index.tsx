import '../parts/staff.css'
import { isBranch } from '@shared/model/org'
import { type RosterColumn, rosterColumns } from '@shared/model/roster'
import { useEffect, useState } from 'react'
import { useSend } from '@/api/use-send'
import { go } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { Button, Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { type ChosenSheet, chooseSheet } from '../parts/choose-sheet'
import type { SheetMapping } from '../parts/map-column'
import { OrgPick } from '../parts/org-pick'
import { columnsIn, SheetColumns } from '../parts/sheet-columns'
import { readingLines } from '../parts/reading-lines'
import { sheetBytesAtMost } from '../parts/sheet-trouble'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'
import { continued } from './continued'
import { columnWords, type Import, rosterTrouble } from './import-roster'
import { SheetRows } from './sheet-rows'

/** A roster sheet into a branch: what would become of every row first, then the same file for good. */
export default function Roster() {
  const staff = useStaff(true)
  const [sheet, setSheet] = useState<ChosenSheet>()
  const [read, setRead] = useState<{ org: string; result: Import }>()
  const [mapping, setMapping] = useState<SheetMapping<RosterColumn>>({})
  const [adjusting, setAdjusting] = useState(false)
  const { send, sending, trouble, clear } = useSend('importRoster')
  const org = staff?.org ?? ''
  const branch = isBranch(org)
  // What was read for one branch says nothing about another.
  const result = read?.org === org ? read.result : undefined
  const tooLarge = sheet !== undefined && sheet.bytes > sheetBytesAtMost

  useEffect(clear, [org])

  const byHand = (hand: SheetMapping<RosterColumn>) => (Object.keys(hand).length ? { mapping: hand } : {})
  const tryOut = async (file: ChosenSheet, hand = mapping) => {
    const reply = await send({ org, content: file.content, dryRun: true, ...byHand(hand) })
    if (reply?.ok) setRead({ org, result: reply.value })
  }
  const choose = async () => {
    const file = await chooseSheet()
    if (!file) return
    setRead(undefined)
    setMapping({})
    setAdjusting(false)
    clear()
    setSheet(file)
    if (file.bytes <= sheetBytesAtMost) await tryOut(file, {})
  }
  /** The same request goes on while the server had no time for all rows, as long as it gets further. */
  const apply = async (file: ChosenSheet, before: Import) => {
    let sofar = before.dryRun ? undefined : before
    let left: number
    do {
      left = sofar?.waiting ?? Number.POSITIVE_INFINITY
      const reply = await send({ org, content: file.content, dryRun: false, ...byHand(mapping) })
      if (!reply?.ok) return
      sofar = sofar ? continued(sofar, reply.value) : reply.value
      setRead({ org, result: sofar })
    } while (sofar.waiting > 0 && sofar.waiting < left)
  }

  const toWrite = result?.dryRun ? result.counts.new + result.counts.changed : 0
  const refused = trouble !== undefined && trouble.code !== 'offline' && trouble.code !== 'fault'
  const unknown = trouble?.code === 'sheet-columns-missing' ? columnsIn(trouble.detail) : []
  const columns = result?.dryRun && adjusting ? result.columns : unknown
  const left = result?.dryRun ? 0 : (result?.waiting ?? 0)
  return (
    <Page title={s('roster')}>
      {staff && <OrgPick staff={staff} label={s('intoBranch')} />}
      <Text className='q-soft q-block'>{branch ? s('rosterHint') : s('needBranch')}</Text>
      <Box style={{ margin: '12px 0' }}><Button kind={result ? 'plain' : 'main'} disabled={!branch} busy={sending} onTap={() => void choose()}>{s(sheet ? 'another' : 'chooseFile')}</Button></Box>
      {sheet && <Box style={{ marginBottom: '12px' }}>{s('chosen', { name: sheet.name })}</Box>}
      {sheet && !result && !tooLarge && !sending && branch && !refused && <Box style={{ margin: '12px 0' }}><Button onTap={() => void tryOut(sheet)}>{s('tryOut')}</Button></Box>}
      {sending && <Box role='status'><Text className='q-block'>{left ? s('applyingLeft', { n: left }) : s(result ? 'applying' : 'reading')}</Text></Box>}
      {tooLarge && <Box className='q-banner q-banner-bad' role='alert'>{s('fileTooLarge')}</Box>}
      {trouble && <Box className='q-banner q-banner-bad' role='alert'>{rosterTrouble(trouble)}</Box>}
      {sheet && columns.length > 0 && <SheetColumns columns={columns} fields={rosterColumns} nameOf={columnWords} mapping={mapping} onMapping={setMapping} busy={sending} onDone={() => void tryOut(sheet)} />}
      {result && sheet && (
        <>
          <Card>
            <Text className='q-strong q-block'>{s(result.dryRun ? 'dryRunDone' : left ? 'appliedPart' : 'appliedDone')}</Text>
            {result.otherSheets > 0 && <Box className='s-warn'>{s('otherSheets', { n: result.otherSheets })}</Box>}
            {readingLines(result, rosterColumns).map((words) => <Text key={words} className='q-soft q-block'>{words}</Text>)}
            <Box style={{ marginTop: '12px' }}>
              {result.dryRun ? <Button busy={sending} disabled={toWrite === 0} onTap={() => void apply(sheet, result)}>{toWrite ? s('apply', { n: toWrite }) : s('nothingToApply')}</Button>
                : left ? <Button busy={sending} onTap={() => void apply(sheet, result)}>{s('applyRest', { n: left })}</Button>
                  : <Button kind='plain' onTap={() => go('staff/slips')}>{s('goMembers')}</Button>}
            </Box>
            {result.dryRun && !adjusting && <Box style={{ marginTop: '8px' }}><Button kind='plain' onTap={() => setAdjusting(true)}>{s('columnsAdjust')}</Button></Box>}
          </Card>
          <SheetRows key={`${result.dryRun}`} result={result} />
        </>
      )}
    </Page>
  )
}
