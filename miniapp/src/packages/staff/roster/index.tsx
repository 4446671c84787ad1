import '../parts/staff.css'
import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { go } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { Button, Card, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { type ChosenSheet, chooseSheet } from '../parts/choose-sheet'
import { OrgPick } from '../parts/org-pick'
import { useStaff } from '../parts/use-staff'
import { s, sOr } from '../text'

type Import = Answer<'importRoster'>
type SheetRow = Import['rows'][number]
const bytesAtMost = 3_000_000
const tones = { new: 'good', same: 'plain', changed: 'info', refused: 'bad' } as const

const problemWords = ({ column, code, value }: SheetRow['problems'][number]) => s('problem', { column: sOr(`col-${column}`, column), what: sOr(`problem-${code}`, s('problem-other', { value: value ?? code }), { value: value ?? '' }) })

const Fate = ({ row }: { row: SheetRow }) => (
  <Box className='s-line'>
    <Row><Text className='q-grow'>{s('rowN', { n: row.row })} · {row.name}{row.birthDate ? ` · ${row.birthDate}` : ''}{row.className ? ` · ${row.className}` : ''}</Text><Tag tone={tones[row.fate]}>{s(`fate-${row.fate}`)}</Tag></Row>
    {row.problems.map((one) => <Text key={one.column + one.code} className='q-fault q-block'>{problemWords(one)}</Text>)}
  </Box>
)

/** A roster sheet into a branch: what would become of every row first, then the same file for good. */
export default function Roster() {
  const staff = useStaff(true)
  const id = useRef(clientId())
  const [sheet, setSheet] = useState<ChosenSheet>()
  const [tooLarge, setTooLarge] = useState(false)
  const [result, setResult] = useState<Import>()
  const { send, sending, trouble } = useSend('importRoster')
  const read = async (file: ChosenSheet, dryRun: boolean) => {
    if (!staff) return
    const reply = await send({ id: id.current, org: staff.org, fileName: file.name, content: file.content, dryRun })
    if (reply?.ok) setResult(reply.value)
  }
  const choose = async () => {
    const file = await chooseSheet()
    if (!file) return
    id.current = clientId()
    setResult(undefined)
    setTooLarge(file.bytes > bytesAtMost)
    setSheet(file)
    if (file.bytes <= bytesAtMost) await read(file, true)
  }
  const branch = staff && staff.org.split('.').length === 3
  const toWrite = result ? result.counts.new + result.counts.changed : 0
  return (
    <Page title={s('roster')} wide>
      {staff && <OrgPick staff={staff} label={s('intoBranch')} />}
      <Text className='q-soft q-block'>{branch ? s('rosterHint') : s('needBranch')}</Text>
      <Box style={{ margin: '12px 0' }}><Button disabled={!branch} busy={sending} onTap={() => void choose()}>{s(sheet ? 'another' : 'chooseFile')}</Button></Box>
      {sheet && <Text className='q-block'>{s('chosen', { name: sheet.name })}</Text>}
      {tooLarge && <Box className='s-warn'>{s('fileTooLarge')}</Box>}
      {sending && <Text className='q-block'>{s(result ? 'applying' : 'reading')}</Text>}
      <Refused trouble={trouble} />
      {result && (
        <Card>
          <Text className='q-strong q-block'>{s(result.dryRun ? 'dryRunDone' : 'appliedDone')}</Text>
          <Box className='q-wrap'>{(['new', 'changed', 'same', 'refused'] as const).map((fate) => <Tag key={fate} tone={tones[fate]}>{s(`fate-${fate}`)} {result.counts[fate]}</Tag>)}</Box>
          {result.dryRun && sheet && <Box style={{ marginTop: '12px' }}><Button busy={sending} disabled={toWrite === 0} onTap={() => void read(sheet, false)}>{toWrite ? s('apply', { n: toWrite }) : s('nothingToApply')}</Button></Box>}
          {!result.dryRun && <Box style={{ marginTop: '12px' }}><Button kind='plain' onTap={() => go('staff/members')}>{s('goMembers')}</Button></Box>}
          {result.rows.slice(0, 300).map((row) => <Fate key={row.row} row={row} />)}
        </Card>
      )}
    </Page>
  )
}
