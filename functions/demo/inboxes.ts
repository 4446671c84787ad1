import { messageOfDecision, messageOfExam, messagesOfStep, type Told } from '../core/message-of'
import { keys } from '../store/keys'
import { messageItem } from '../store/messages'
import type { Item } from '../store/table'
import { addDays, at } from './calendar'
import type { DemoCounty } from './county'

/** Days back that inboxes go, and those that are not read yet. */
const [kept, unread] = [60, 6]

/** What the students whom one can sign in as were told lately, by the product's own words; they have read all but the last days'. */
export const inboxItems = ({ today, accounts, students, ledgers, applications }: DemoCounty): Item[] => {
  const shown = new Set(accounts.map(({ personId }) => personId))
  const from = at(addDays(today, -kept), 0)
  const told = students.flatMap((student): Told[] => {
    const { personId } = student
    const entries = ledgers.get(personId) ?? []
    const decisions = entries.filter((entry) => entry.type === 'decision')
    const records = new Map(entries.flatMap((entry) => (entry.type === 'record' ? [[entry.recordId, entry] as const] : [])))
    return [
      ...(applications.get(personId) ?? []).flatMap((step) => messagesOfStep(student, step)),
      ...(shown.has(personId) ? [...decisions.flatMap((one) => messageOfDecision(personId, one, records.get(one.recordId), decisions)), ...entries.flatMap((entry) => (entry.type === 'exam' ? messageOfExam(personId, entry, false) : []))] : []),
    ]
  })
  const lately = told.filter((one) => shown.has(one.to) && one.at >= from)
  const read = at(addDays(today, -unread), 0)
  return [
    ...lately.map(({ to, ...message }) => messageItem(to, message)),
    ...[...new Set(lately.filter((one) => one.at < read).map(({ to }) => to))].map((personId) => ({ ...keys.inbox(personId), readTo: read })),
  ]
}
