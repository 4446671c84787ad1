import type { HomeView } from '@shared/contract/youth-homes'
import { useState } from 'react'
import type { Query } from '@/api/use-query'
import { buzz } from '@/platform/haptic'
import { t } from '@/text'
import { localDate } from '@/text/format'
import { Button, Field } from '@/ui/parts'
import { DateInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { useHomeWrite } from '../parts/use-home'
import { yh } from '../text/homes'
import type { Holding } from './posts'

/** Somebody's last day on a post. */
export const EndSheet = ({ query, homeId, postId, holding, onClose }: { query: Query<HomeView>; homeId: string; postId: string; holding: Holding; onClose: () => void }) => {
  const today = localDate(Date.now())
  const [to, setTo] = useState(holding.from > today ? holding.from : today)
  const { write, sending, trouble } = useHomeWrite('endPostHolding', query)
  const wrong = to < holding.from || (holding.to !== undefined && to > holding.to)
  const end = async () => {
    if (wrong) return buzz(false)
    if ((await write({ org: homeId, postId, holdingId: holding.holdingId, to }, yh('endedHolding'))) === 'done') onClose()
  }
  return (
    <Sheet title={yh('endHoldingTitle', { name: holding.name })} onClose={onClose} closeWords={t('cancel')}>
      <Field label={yh('lastDay')} fault={wrong ? yh('dayOrder') : undefined}><DateInput label={yh('lastDay')} value={to} onValue={setTo} min={holding.from} max={holding.to} /></Field>
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void end()}>{yh('endHolding')}</Button>
    </Sheet>
  )
}
