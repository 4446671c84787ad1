import { useEffect, useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { Button, Card, Heading, Row } from '@/ui/parts'
import { Box, Text, TextInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { pl } from '../text/plan'
import { allGrades, changesOf, type Committee, faultsFrom, faultsOf, newRow, type Row as QuotaRow, rowsOf, spreadOf } from './quota-form'

type Plan = Answer<'showPlan'>
const gradeName = (grade: string) => (grade === allGrades ? pl('allGrades') : grade)

/** One line as it is, or as it is changed: number beside name, its fault below. */
const Line = ({ row, name, editing, fault, onChange }: { row: QuotaRow; name: string; editing: boolean; fault: string | undefined; onChange: (next: Partial<QuotaRow>) => void }) => {
  const { held, grade, text, key } = row
  const label = `${name} ${gradeName(grade) || pl('grade')} ${pl('quota')}`
  if (!editing) return held ? <Row><Text className='q-grow'>{gradeName(grade)}</Text><Text className='q-soft q-small q-num'>{pl('lineLeft', { n: held.reserved + held.used, left: held.left })}</Text><Text className='q-num q-strong'>{held.quota}</Text></Row> : null
  return (
    <Box className={fault ? 'q-field q-bad' : ''} style={{ marginTop: '6px', marginBottom: '6px' }}>
      <Row>
        <Box className='q-grow'>{held || grade === allGrades ? <Text>{gradeName(grade)}</Text> : <TextInput label={`${name} ${pl('grade')}`} placeholder={pl('gradeHint')} value={grade} onValue={(value) => onChange({ grade: value })} maxLength={20} />}</Box>
        <Box className='s-score-in'><TextInput type='number' label={label} value={text} invalid={fault !== undefined} describedBy={`${key}-note`} onValue={(value) => onChange({ text: value })} maxLength={5} /></Box>
        {grade !== allGrades && <Button small kind='plain' label={`${pl('remove')} ${label}`} onTap={() => onChange({ gone: true })}>{pl('remove')}</Button>}
      </Row>
      {fault ? <Box className='q-fault' role='alert' id={`${key}-note`}>{fault}</Box> : held && <Box className='q-hint' id={`${key}-note`}>{pl('lineLeft', { n: held.reserved + held.used, left: held.left })}</Box>}
    </Box>
  )
}

/** A committee's quota over its branches and grades: read, or changed in place and saved together on the revision that was read. */
export const BranchQuotas = ({ committee, year, open, onSaved, onStale }: { committee: Committee; year: number; open: boolean; onSaved: (plan: Plan) => void; onStale: () => void }) => {
  const [rows, setRows] = useState<QuotaRow[]>()
  const [told, setTold] = useState<ReturnType<typeof faultsOf>>({})
  const [taken, setTaken] = useState<string>()
  const id = useRef(clientId())
  const added = useRef(0)
  const { send, sending, trouble, clear } = useSend('saveQuotas')
  const { revision, branches, quota } = committee
  // What somebody else saved is not written over: the page begins again with it.
  const begun = useRef(revision)
  useEffect(() => {
    if (rows && begun.current !== revision) setRows(rowsOf(committee))
    begun.current = revision
  }, [revision, rows, committee])
  const editing = rows !== undefined
  const shown = rows ?? rowsOf(committee)
  const change = (key: string, next: Partial<QuotaRow>) => {
    id.current = clientId()
    clear()
    setTold({})
    setTaken(undefined)
    setRows(shown.map((row) => (row.key === key ? { ...row, ...next } : row)))
  }
  const own = editing ? faultsOf(shown) : {}
  const faults = { ...told, ...own }
  const dirty = editing && changesOf(shown).length > 0
  const spread = spreadOf(shown)
  const over = editing && quota !== undefined && spread > quota
  const stop = () => {
    setRows(undefined)
    setTold({})
    setTaken(undefined)
    clear()
  }
  const save = async () => {
    if (Object.keys(own).length) return buzz(false)
    const reply = await send({ id: id.current, org: committee.id, year, revision, lines: changesOf(shown) })
    if (!reply) return
    if (reply.ok) {
      id.current = clientId()
      stop()
      toast(pl('saved'))
      return onSaved(reply.value)
    }
    if (reply.trouble.code === 'invalid-input') setTold(faultsFrom(shown, reply.trouble.errors))
    if (reply.trouble.code !== 'plan-changed') return
    id.current = clientId()
    const { byName } = (reply.trouble.detail.conflict ?? {}) as { byName?: string }
    setTaken(pl('changedMeanwhile', { who: byName ?? pl('somebody') }))
    onStale()
  }
  return (
    <>
      <Heading>{pl('lines')}</Heading>
      <Card>
        <Row><Text className='q-grow q-soft q-small'>{quota === undefined ? pl('noQuota') : pl('spreadSum', { n: spread, of: quota })}</Text>{open && !editing && branches.length > 0 && <Button small kind='plain' onTap={() => setRows(rowsOf(committee))}>{pl('edit')}</Button>}</Row>
        {editing && <Text className='q-soft q-small q-block'>{pl('linesWords')}</Text>}
        {taken && <Box className='s-warn' role='alert'>{taken}</Box>}
        {branches.map((branch) => {
          const lines = shown.filter((row) => row.branch === branch.id && !row.gone)
          return (
            <Box key={branch.id} className='s-line'>
              <Row><Text className='q-grow q-strong'>{branch.name}</Text><Text className='q-soft q-small q-num'>{pl('branchRatio', { n: branch.leagueMembers, of: branch.youth })}</Text></Row>
              {lines.map((row) => <Line key={row.key} row={row} name={branch.name} editing={editing} fault={faults[row.key] && pl(faults[row.key] as never)} onChange={(next) => change(row.key, next)} />)}
              {!editing && lines.every(({ held }) => !held) && <Text className='q-soft q-small q-block'>{pl('noLines')}</Text>}
              {editing && <Button small kind='plain' label={`${branch.name} ${pl('addGrade')}`} onTap={() => setRows(shown.flatMap((row, i) => (row.branch === branch.id && shown[i + 1]?.branch !== branch.id ? [row, newRow(branch.id, ++added.current)] : [row])))}>{pl('addGrade')}</Button>}
            </Box>
          )
        })}
        {editing && (
          <>
            {(faults.lines || over) && <Box className='s-warn' role='alert'>{pl(faults.lines ?? 'overTotal')}</Box>}
            {trouble && trouble.code !== 'invalid-input' && !taken && <Refused trouble={trouble} />}
            <Box className='s-actions'><Button kind='plain' onTap={stop}>{pl('cancel')}</Button><Button busy={sending} disabled={!dirty || over} onTap={() => void save()}>{pl('save')}</Button></Box>
          </>
        )}
      </Card>
    </>
  )
}
