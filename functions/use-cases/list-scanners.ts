import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { keys } from '../store/keys'
import type { Me } from '../store/people'
import { readScannersPage } from '../store/scans'
import { getItems } from '../store/table'
import { pageAcross } from './page-across'
import { scannerView } from './register-scanner'

/** The phones that scan at an event, each with whose it is. */
export const listScanners: UseCase<'listScanners'> = async (context, { eventId, cursor, limit }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  return pageAcross([eventId], cursor, limit, (one, most, after) => readScannersPage(context.table, one, most, after), async (scanners) => {
    const people = await getItems<Me>(context.table, scanners.map(({ personId }) => keys.me(personId)))
    return scanners.map((scanner, i) => ({ ...scannerView(scanner, event), personId: scanner.personId, name: people[i]?.name ?? scanner.personId }))
  })
}
