import { t } from '@/text'
import { localDate } from '@/text/format'
import { Button } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Bar } from '@/ui/figures'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { ActFields } from './act-fields'
import { whatOf } from './act-forms'
import { type BulkWhat, bulkTitle, type Item } from './bulk'
import { ac } from './text'
import { useActValues } from './use-act'
import type { useBulk } from './use-bulk'

/** One decision about several: its form once, how far it is, and the outcome of each. */
export const BulkSheet = ({ act, people, bulk, onDone, onClose }: { act: string; people: readonly Item[]; bulk: ReturnType<typeof useBulk>; onDone: (done: ReadonlySet<string>) => void; onClose: () => void }) => {
  const today = localDate(Date.now())
  const { values, fields, put, check, faults } = useActValues(act, { date: today, ...(act === 'open-notice' && { from: today }), 'decision.date': today })
  const change = (key: string, value: string) => {
    bulk.fresh()
    put(key, value)
  }
  const submit = async () => {
    if (bulk.sending || !check()) return
    const outcomes = await bulk.send(whatOf(act, fields, values) as BulkWhat, people)
    const done = new Set(outcomes.flatMap(({ ok, personId }) => (ok ? [personId] : [])))
    const failed = outcomes.length - done.size
    if (outcomes.length) toast([done.size > 0 && ac('bulkDone', { n: done.size }), failed > 0 && ac('bulkFailed', { n: failed })].filter(Boolean).join(ac('comma')))
    onDone(done)
    if (outcomes.length === people.length) onClose()
  }
  return (
    <Sheet title={bulkTitle(act, people.length)} onClose={onClose} closeWords={t('cancel')}>
      <Text className='q-block'>{people.map(({ person }) => person.name).join(ac('comma'))}</Text>
      <Text className='q-soft q-small q-block s-intro'>{ac('decideOnce')}</Text>
      <ActFields fields={fields} values={values} put={change} faults={faults} />
      <Box role='status' live='polite'>{bulk.sending && <Box className='s-change'><Text className='q-block'>{ac('progress', { done: bulk.done, all: bulk.all })}</Text><Bar achieved={bulk.done} required={bulk.all} label={`${bulk.done} / ${bulk.all}`} /></Box>}</Box>
      <Refused trouble={bulk.trouble} />
      <Button busy={bulk.sending} onTap={() => void submit()}>{ac('doFor', { n: people.length })}</Button>
    </Sheet>
  )
}
