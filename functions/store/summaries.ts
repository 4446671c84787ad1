import type { EventSummary } from '@shared/model/event'
import { keys } from './keys'
import { getItem, type Table } from './table'

export const readSummary = (table: Table, eventId: string) => getItem<EventSummary>(table, keys.summary(eventId))
