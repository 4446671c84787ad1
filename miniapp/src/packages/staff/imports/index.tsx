import '../parts/staff.css'
import type { Answer } from '@shared/contract/index'
import { importColumns } from '@shared/model/import'
import { useState } from 'react'
import { usePages } from '@/api/use-pages'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { Button } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { OrgPick } from '../parts/org-pick'
import { columnsIn, SheetColumns } from '../parts/sheet-columns'
import { useStaff } from '../parts/use-staff'
import { useWide } from '../parts/use-wide'
import { s } from '../text'
import { columnWords, importTrouble } from './import-records'
import { Outcome } from './outcome'
import { PastImports } from './past-imports'
import { RecordRows } from './record-rows'
import { type Chosen, firstOf, SourceFields } from './source-fields'
import { i } from './text'
import { useImport } from './use-import'

/** Records from another platform's sheet: what would become of every row first, then the same file for good, and each import to be taken back. */
export default function Imports() {
  const staff = useStaff(true)
  const wide = useWide()
  const [chosen, setChosen] = useState<Chosen>({ kind: 'volunteering', platform: firstOf('volunteering'), name: '' })
  const { kind, platform, name } = chosen
  const org = staff?.org ?? ''
  const one = useImport({ org, kind, platform, ...(platform === 'other' && { platformName: name.trim() }) })
  const { sheet, result, trouble, sending } = one
  const past = usePages('listImports', staff && { org })
  const pulled = usePulled(past.refresh)
  const named = platform !== 'other' || name.trim() !== ''
  const unknown = trouble?.code === 'sheet-columns-missing' ? columnsIn(trouble.detail) : []
  const retry = sheet && !result && !one.tooLarge && !sending && (trouble?.code === 'offline' || trouble?.code === 'fault')

  const undone = (view: Answer<'undoImport'>) => {
    past.change(({ importId }) => importId === view.importId, view)
    if (result?.importId === view.importId) one.forget()
  }
  const history = staff && <PastImports org={org} pages={past} onUndone={undone} />
  const rows = result && <RecordRows key={`${result.importId}${result.dryRun}`} result={result} kind={kind} choices={one.choices} onChoice={one.choosePerson} />
  return (
    <Page title={i('title')} wide pulled={pulled}>
      <Box className='s-two'>
        <Box>
          {staff && <OrgPick staff={staff} label={i('forWhom')} />}
          <SourceFields chosen={chosen} onChosen={setChosen} />
          <Text className='q-soft q-block'>{i(`hint-${kind}`)}</Text>
          <Box style={{ margin: '12px 0' }}><Button kind={sheet ? 'plain' : 'main'} disabled={!staff || !named} busy={sending} onTap={() => void one.choose()}>{s(sheet ? 'another' : 'chooseFile')}</Button></Box>
          {sheet && <Box style={{ marginBottom: '12px' }}>{s('chosen', { name: sheet.name })}</Box>}
          {retry && <Box style={{ margin: '12px 0' }}><Button onTap={() => void one.tryOut()}>{s('tryOut')}</Button></Box>}
          {sending && <Box role='status'><Text className='q-block'>{one.left ? i(result && !result.dryRun ? 'applyingLeft' : 'readingLeft', { n: one.left }) : s(result && !one.stale ? 'working' : 'reading')}</Text></Box>}
          {one.tooLarge && <Box className='q-banner q-banner-bad' role='alert'>{s('fileTooLarge')}</Box>}
          {trouble && <Box className='q-banner q-banner-bad' role='alert'>{importTrouble(trouble, kind)}</Box>}
          {unknown.length > 0 && <SheetColumns columns={unknown} fields={importColumns[kind]} nameOf={columnWords} mapping={one.mapping} onMapping={one.setMapping} busy={sending} onDone={() => void one.tryOut()} />}
          {result && <Outcome org={org} kind={kind} result={result} one={one} onApplied={() => void past.refresh()} onUndone={undone} />}
          {wide && rows && history}
        </Box>
        <Box>{rows ?? (wide ? history : null)}</Box>
      </Box>
      {!wide && history}
    </Page>
  )
}
