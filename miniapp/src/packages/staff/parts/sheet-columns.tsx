import { Button, Card, Field } from '@/ui/parts'
import { Box, Select, Text } from '@/ui/primitives'
import { s } from '../text'
import { mapColumn, type SheetMapping } from './map-column'

/** A column of a sheet as the API tells of it, or as a refusal does. */
export interface SheetColumn { at: number; header: string; use: string; samples: string[] }

/** The columns in a refusal's detail; nothing where it has none. */
export const columnsIn = (detail: Record<string, unknown>): SheetColumn[] => (Array.isArray(detail.columns) ? (detail.columns as SheetColumn[]) : [])

/** A picker a column: what it holds, for those that are called something else. */
export const SheetColumns = <F extends string>({ columns, fields, nameOf, mapping, onMapping, busy, onDone }: { columns: readonly SheetColumn[]; fields: readonly F[]; nameOf: (field: F) => string; mapping: SheetMapping<F>; onMapping: (mapping: SheetMapping<F>) => void; busy: boolean; onDone: () => void }) => {
  const options = [['ignored', s('columnIgnored')] as const, ...fields.map((field) => [field, nameOf(field)] as const)]
  const held = new Set(Object.values(mapping))
  const useOf = ({ at, use }: SheetColumn) => mapping[at] ?? (held.has(use as F) || use === 'ignored-identity' ? 'ignored' : use)
  return (
    <Card>
      <Text className='q-strong q-block'>{s('columnsTitle')}</Text>
      <Box style={{ marginBottom: '12px' }}><Text className='q-soft q-block'>{s('columnsHint')}</Text></Box>
      {columns.map((column) => {
        const name = column.header || s('columnN', { n: column.at + 1 })
        return <Field key={column.at} label={name} hint={column.samples.length ? s('columnSamples', { what: column.samples.join(s('and')) }) : undefined}><Select label={name} value={useOf(column)} options={options} onValue={(field) => onMapping(mapColumn(mapping, column.at, field as F | 'ignored'))} /></Field>
      })}
      <Button busy={busy} onTap={onDone}>{s('columnsDone')}</Button>
    </Card>
  )
}
