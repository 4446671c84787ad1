import { useState } from 'react'
import { useQuery } from '@/api/use-query'
import { buzz } from '@/platform/haptic'
import { t } from '@/text'
import { localDateTime } from '@/text/format'
import { Button, Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { MakeEFile } from '../parts/admission-papers'
import { actName } from '../parts/application-words'
import { AttachFile } from '../parts/attach-file'
import type { View } from './act-forms'
import { ac } from './text'
import { useAct } from './use-act'

const size = (bytes: number) => (bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`)

/** Acts that are recorded with a file: the scan of the stamped form, the e-file. One of those that are there is chosen. */
export const FileAct = ({ view, act, onDone, onChanged, onClose }: { view: View; act: 'file' | 'archive'; onDone: (view: View) => void; onChanged: () => void; onClose: () => void }) => {
  const { personId, name } = view.person
  const files = useQuery('listAttachments', { personId })
  const [chosen, setChosen] = useState<string>()
  const [missing, setMissing] = useState(false)
  const { record, sending, trouble, faults, changed } = useAct(view, act, {}, { onDone, onChanged })
  const made = (fileId: string | undefined) => {
    changed()
    setChosen(fileId)
    if (fileId) void files.refresh()
  }
  const choose = (fileId: string) => {
    changed()
    setChosen(fileId)
  }
  const submit = () => {
    setMissing(!chosen)
    return chosen ? void record({ fileId: chosen }) : buzz(false)
  }
  return (
    <Sheet title={`${actName(act)} · ${name}`} onClose={onClose} closeWords={t('cancel')}>
      {act === 'file' ? <AttachFile personId={personId} onReady={made} /> : <MakeEFile personId={personId} onReady={made} />}
      <WithQuery query={files} rows={1}>
        {({ files: all }) => {
          const ready = all.filter(({ kind, state }) => state === 'ready' && kind === (act === 'file' ? 'scan' : 'e-file'))
          if (ready.length === 0) return <Text className='q-soft q-block s-intro'>{ac(act === 'file' ? 'noFile' : 'noEFile')}</Text>
          return <><Text className='q-soft q-small q-block s-under-field'>{ac(act === 'file' ? 'files' : 'eFile')}</Text>{ready.map(({ fileId, at, bytes }) => <Card key={fileId} className={`s-candidate ${fileId === chosen ? 's-row-on' : ''}`} onTap={() => choose(fileId)}><Text className='q-block'>{`${fileId === chosen ? '✓ ' : ''}${ac('fileLine', { time: localDateTime(at), size: size(bytes) })}`}</Text></Card>)}</>
        }}
      </WithQuery>
      {(missing || faults.fileId) && !sending && <Box className='q-fault' role='alert'>{ac(faults.fileId ?? 'chooseFile')}</Box>}
      <Refused trouble={trouble} />
      <Box className='s-under-field'><Button busy={sending} onTap={submit}>{sending ? ac('sending') : ac('record')}</Button></Box>
    </Sheet>
  )
}
