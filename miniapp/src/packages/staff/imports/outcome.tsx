import type { Answer } from '@shared/contract/index'
import { type ImportKind, importColumns } from '@shared/model/import'
import { useState } from 'react'
import { Button, Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { SheetColumns } from '../parts/sheet-columns'
import { readingLines } from '../parts/reading-lines'
import { s } from '../text'
import { columnWords } from './import-records'
import { entered, type RecordsImport } from './in-parts'
import { i } from './text'
import { UndoImport } from './undo-import'
import type { useImport } from './use-import'

/** How a dry run or an import came out, and what there is to do next. */
export const Outcome = ({ org, kind, result, one, onApplied, onUndone }: { org: string; kind: ImportKind; result: RecordsImport; one: ReturnType<typeof useImport>; onApplied: () => void; onUndone: (view: Answer<'undoImport'>) => void }) => {
  const [adjusting, setAdjusting] = useState(false)
  const all = entered(result, kind)
  const chosen = Object.keys(one.choices).length
  const apply = async () => {
    await one.apply()
    onApplied()
  }
  return (
    <>
      <Card>
        <Text className='q-strong q-block'>{result.dryRun ? s('dryRunDone') : result.waiting ? i('donePart', { n: all, left: result.waiting }) : i('done', { n: all })}</Text>
        {result.otherSheets > 0 && <Box className='s-warn'>{s('otherSheets', { n: result.otherSheets })}</Box>}
        {readingLines(result, importColumns[kind]).map((words) => <Text key={words} className='q-soft q-block'>{words}</Text>)}
        {one.stale && <Text className='q-block'>{i('chosenRows', { n: chosen })}</Text>}
        {(one.stale || result.dryRun || result.waiting > 0) && (
          <Box style={{ marginTop: '12px' }}>
            {one.stale ? <Button busy={one.sending} onTap={() => void one.tryOut()}>{i('tryChosen')}</Button>
              : result.dryRun ? <Button busy={one.sending} disabled={all === 0} onTap={() => void apply()}>{all ? i('apply', { n: all }) : i('nothing')}</Button>
                : <Button busy={one.sending} onTap={() => void apply()}>{i('resume', { n: result.waiting })}</Button>}
          </Box>
        )}
        {!result.dryRun && !one.sending && <UndoImport org={org} importId={result.importId} words={i('undoThis')} onUndone={onUndone} />}
        {result.dryRun && !adjusting && <Box style={{ marginTop: '8px' }}><Button kind='plain' onTap={() => setAdjusting(true)}>{s('columnsAdjust')}</Button></Box>}
      </Card>
      {result.dryRun && adjusting && <SheetColumns columns={result.columns} fields={importColumns[kind]} nameOf={columnWords} mapping={one.mapping} onMapping={one.setMapping} busy={one.sending} onDone={() => void one.tryOut()} />}
    </>
  )
}
