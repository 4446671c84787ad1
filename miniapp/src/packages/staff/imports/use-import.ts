import type { ImportColumn, ImportKind } from '@shared/model/import'
import { useEffect, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { type ChosenSheet, chooseSheet } from '../parts/choose-sheet'
import type { SheetMapping } from '../parts/map-column'
import { sheetBytesAtMost } from '../parts/sheet-trouble'
import { joined, type RecordsImport } from './in-parts'
import type { Choices } from './record-rows'

/** Where the records come from, and for whom. */
export interface Source { org: string; kind: ImportKind; platform: string; platformName?: string }

/** One import, from the choice of its file to its last row. Another source asks anew. */
export const useImport = (source: Source) => {
  const [sheet, setSheet] = useState<ChosenSheet & { id: string }>()
  const [read, setRead] = useState<{ of: string; result: RecordsImport }>()
  const [mapping, setMapping] = useState<SheetMapping<ImportColumn>>({})
  const [choices, setChoices] = useState<Choices>({})
  /** What was chosen since the last dry run. */
  const [stale, setStale] = useState(false)
  /** Rows of the present run that wait. */
  const [left, setLeft] = useState(0)
  const { send, sending, trouble, clear } = useSend('importRecords')
  const key = JSON.stringify(source)
  // What was read of one file for one source says nothing about another, however late it comes.
  const ofFile = (id: string) => `${key} ${id}`
  const result = sheet && read?.of === ofFile(sheet.id) ? read.result : undefined
  useEffect(() => {
    setSheet(undefined)
    clear()
  }, [key])

  /** Asks until nothing waits, one request after another; what was written is shown as it comes, a dry run once it is whole. */
  const ask = async (file: ChosenSheet & { id: string }, dryRun: boolean, { hand = mapping, whom = choices, before }: { hand?: SheetMapping<ImportColumn>; whom?: Choices; before?: RecordsImport | undefined } = {}) => {
    const chosen = Object.fromEntries(Object.entries(whom).filter(([, personId]) => personId !== 'none'))
    const input = { ...source, id: file.id, fileName: file.name, content: file.content, dryRun, ...(Object.keys(hand).length && { mapping: hand }), ...(Object.keys(chosen).length && { choices: chosen }) }
    let sofar = before
    setLeft(0)
    do {
      const reply = await send({ ...input, ...(sofar?.next !== undefined && { after: sofar.next }) })
      if (!reply?.ok) return
      sofar = joined(sofar, reply.value)
      setLeft(sofar.waiting)
      if (!dryRun || sofar.waiting === 0) setRead({ of: ofFile(file.id), result: sofar })
    } while (sofar.waiting > 0)
    setStale(false)
  }
  const choose = async () => {
    const file = await chooseSheet()
    if (!file) return
    const next = { ...file, id: clientId() }
    setSheet(next)
    setMapping({})
    setChoices({})
    clear()
    if (file.bytes <= sheetBytesAtMost) await ask(next, true, { hand: {}, whom: {} })
  }
  /** Where an earlier one ended with rows left, they are gone on with. */
  const apply = async () => {
    if (sheet) await ask(sheet, false, { before: result?.dryRun ? undefined : result })
  }
  return {
    sheet, result, mapping, choices, stale, left, sending, trouble, tooLarge: sheet !== undefined && sheet.bytes > sheetBytesAtMost, choose, apply, setMapping,
    tryOut: () => (sheet ? ask(sheet, true) : Promise.resolve()),
    choosePerson: (row: number, personId: string) => {
      setChoices((all) => ({ ...all, [row]: personId }))
      setStale(true)
    },
    forget: () => setSheet(undefined),
  }
}
