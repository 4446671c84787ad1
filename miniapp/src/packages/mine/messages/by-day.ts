import type { MessageView } from '@shared/contract/messages'
import { localDate } from '@/text/local-time'

/** Messages under their local day, newest first as they come. */
export const byDay = (messages: readonly MessageView[]): { day: string; messages: MessageView[] }[] => {
  const days: { day: string; messages: MessageView[] }[] = []
  for (const message of messages) {
    const day = localDate(message.at)
    const last = days.at(-1)
    if (last?.day === day) last.messages.push(message)
    else days.push({ day, messages: [message] })
  }
  return days
}
