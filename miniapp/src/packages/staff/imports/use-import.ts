import type { ImportColumn, ImportKind } from '@shared/model/import'
import { useEffect, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { type ChosenSheet, chooseSheet } from '../parts/choose-sheet'
import type { SheetMapping } from '../parts/sheet-columns'
import type { RecordsImport } from './import-records'
import type { Choices } from './record-rows'

const bytesAtMost = 3_000_000

/** Where the records come from, and for whom. */
export interface Source { org: string; kind: ImportKind; platform: string; platformName?: string }

/** One import, from the choice of its file to its last row. Another source asks anew. */
export const useImport = (source: Source) => {
  const [sheet, setSheet] = useState<ChosenSheet & { id: string }>()
  const [result, setResult] = useState<RecordsImport>()
  const [mapping, setMapping] = useState<SheetMapping<ImportColumn>>({})
  const [choices, setChoices] = useState<Choices>({})
  /** What was chosen since the last dry run. */
  const [stale, setStale] = useState(false)
  const { send, sending, trouble, clear } = useSend('importRecords')
  const key = JSON.stringify(source)
  useEffect(() => {
    setSheet(undefined)
    setResult(undefined)
    clear()
  }, [key])

  const ask = async (file: ChosenSheet & { id: string }, dryRun: boolean, hand: SheetMapping<ImportColumn> = mapping, whom: Choices = choices) => {
    const real = Object.fromEntries(Object.entries(whom).filter(([, personId]) => personId !== 'none'))
    const reply = await send({ ...source, id: file.id, fileName: file.name, content: file.content, dryRun, ...(Object.keys(hand).length && { mapping: hand }), ...(Object.keys(real).length && { choices: real }) })
    if (!reply?.ok) return undefined
    setResult(reply.value)
    setStale(false)
    return reply.value
  }
  const choose = async () => {
    const file = await chooseSheet()
    if (!file) return
    const next = { ...file, id: clientId() }
    setSheet(next)
    setResult(undefined)
    setMapping({})
    setChoices({})
    clear()
    if (file.bytes <= bytesAtMost) await ask(next, true, {}, {})
  }
  /** The same request goes on while the server had no time for all rows, as long as it gets further. */
  const apply = async () => {
    if (!sheet) return
    for (let left = Number.POSITIVE_INFINITY; ; ) {
      const after = await ask(sheet, false)
      if (!after || after.waiting === 0 || after.waiting >= left) return
      left = after.waiting
    }
  }
  return {
    sheet, result, mapping, choices, stale, sending, trouble, tooLarge: sheet !== undefined && sheet.bytes > bytesAtMost, choose, apply, setMapping,
    tryOut: () => (sheet ? ask(sheet, true) : Promise.resolve(undefined)),
    choosePerson: (row: number, personId: string) => {
      setChoices((all) => ({ ...all, [row]: personId }))
      setStale(true)
    },
    forget: () => {
      setSheet(undefined)
      setResult(undefined)
    },
  }
}
