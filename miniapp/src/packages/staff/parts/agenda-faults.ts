import type { Agenda } from './agenda-fields'
import type { MeetingKey } from '../text/meetings'

/** What an agenda still lacks, by field. */
export const faultsOf = ({ date, place, host, recorder, items }: Agenda): Partial<Record<'date' | 'place' | 'host' | 'recorder' | 'items', MeetingKey>> => ({
  ...(!date && { date: 'needDate' as const }), ...(!place.trim() && { place: 'needPlace' as const }), ...(!host.trim() && { host: 'needHost' as const }), ...(!recorder.trim() && { recorder: 'needRecorder' as const }),
  ...(items.some(({ title }) => !title.trim()) && { items: 'needItem' as const }),
})
