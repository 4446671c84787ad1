import { isBranch } from '@shared/model/org'
import { useState } from 'react'
import { useSend } from '@/api/use-send'
import { saveFile } from '@/platform/save-file'
import { Button, Chips, Field } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { s } from '../text'
import { pp } from '../text/papers'

type What = 'members' | 'records' | 'development' | 'notices' | 'audit'
type Format = 'xlsx' | 'csv'
const namesNow = () => ({ members: s('exportMembers'), records: s('exportRecords'), development: pp('developmentSheet'), notices: pp('noticesSheet'), audit: s('exportAudit') })
const wordsNow = () => ({ members: s('exportMembersWords'), records: s('exportRecordsWords'), development: pp('developmentSheetWords'), notices: pp('noticesSheetWords'), audit: s('exportAuditWords') })

/** The organisation's members, or a branch's records, as a spreadsheet to keep; above a branch the trails of all applications, for whoever audits them. */
const ExportForm = ({ org, onDone }: { org: string; onDone: () => void }) => {
  const branch = isBranch(org)
  const [what, setWhat] = useState<What>('members')
  const [format, setFormat] = useState<Format>('xlsx')
  const members = useSend('exportMembers')
  const records = useSend('exportRecords')
  const development = useSend('exportDevelopment')
  const notices = useSend('exportNotices')
  const audit = useSend('exportAudit')
  const sheets = { members, records, development, notices }
  const choices: What[] = ['members', ...(branch ? (['records'] as const) : []), 'development', 'notices', ...(branch ? [] : (['audit'] as const))]
  const chosen = choices.includes(what) ? what : 'members'
  const sending = [audit, ...Object.values(sheets)].some((one) => one.sending)
  const { trouble } = { ...sheets, audit }[chosen]
  const save = async () => {
    const reply = await (chosen === 'audit' ? audit.send({ org }) : sheets[chosen].send({ org, format }))
    if (!reply?.ok) return
    const { fileName, content, contentType, rows } = reply.value
    const saved = await saveFile(fileName, content, contentType)
    toast(saved ? s('exportedN', { n: rows }) : s('notExported'))
    if (saved) onDone()
  }
  return (
    <>
      <Field label={s('exportWhat')}><Chips<What> label={s('exportWhat')} value={chosen} onValue={setWhat} options={choices.map((one) => [one, namesNow()[one]] as const)} /></Field>
      {chosen !== 'audit' && <Field label={s('exportFormat')} hint={s('exportFormatHint')}><Chips<Format> label={s('exportFormat')} value={format} onValue={setFormat} options={[['xlsx', 'Excel'], ['csv', 'CSV']]} /></Field>}
      <Text className='q-soft q-small q-block'>{wordsNow()[chosen]}</Text>
      <Refused trouble={trouble} />
      <Box role='status' live='polite'>{sending && <Text className='q-soft q-block'>{s('exportingWords')}</Text>}</Box>
      <Box style={{ marginTop: '12px' }}><Button busy={sending} onTap={() => void save()}>{sending ? s('exporting') : s('exportNow')}</Button></Box>
    </>
  )
}

/** The button that opens it. */
export const ExportSheet = ({ org }: { org: string }) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button small kind='plain' onTap={() => setOpen(true)}>{s('exportTable')}</Button>
      <Box>{open && <Sheet title={s('exportTable')} onClose={() => setOpen(false)}><ExportForm org={org} onDone={() => setOpen(false)} /></Sheet>}</Box>
    </>
  )
}
