import type { EventView } from '@shared/contract/events'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'

/** Fetches the event as a calendar file and gives it to the browser, which opens or keeps it. */
export const addToCalendar = async ({ eventId }: EventView): Promise<boolean | Trouble> => {
  const reply = await call('exportCalendar', { eventId })
  if (!reply.ok) return reply.trouble
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([reply.value.content], { type: 'text/calendar;charset=utf-8' }))
  link.download = reply.value.fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  return true
}
