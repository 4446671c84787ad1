import type { ProcedureContent } from '@shared/model/procedure'
import { chineseWorkdays } from '../calendars/chinese-workdays'
import { afterWorkingDays, withOwnYears } from '../core/working-days'
import { addDays } from './calendar'
import type { Random } from './random'
import { workdayFrom } from './workdays'

/** How many days lie between one act and the next. Drawn once, so that the same way can be laid on other dates. */
export type Pace = Record<'letter' | 'talk' | 'route' | 'activist' | 'preReview' | 'open' | 'form' | 'introduce' | 'vote' | 'approve' | 'file' | 'oath' | 'archive', number>

/** `late`: the talk is held more than a month after the letter. */
export const paceOf = (random: Random, late = false): Pace => ({
  letter: late ? random.int(38, 50) : random.int(3, 20), talk: random.int(3, 10), route: random.int(1, 5), activist: random.int(96, 108),
  preReview: random.int(1, 3), open: random.int(1, 2), form: random.int(0, 2), introduce: random.int(1, 2), vote: random.int(1, 4), approve: random.int(2, 8), file: random.int(2, 15), oath: random.int(3, 20), archive: random.int(1, 4),
})

/** The local date of each act, laid around the day of the proposal; what an office does falls on working days. */
export const scheduleOf = (proposed: string, pace: Pace, content: ProcedureContent, noticeDays = content.notice.workingDays) => {
  const workday = (date: string) => workdayFrom(content, date)
  const propose = workday(proposed)
  const activist = workday(addDays(propose, -pace.activist))
  const route = addDays(activist, -pace.route)
  const talk = addDays(route, -pace.talk)
  const letter = addDays(talk, -pace.letter)
  const preReview = workday(addDays(propose, pace.preReview))
  const open = workday(addDays(preReview, pace.open))
  const close = workday(afterWorkingDays(withOwnYears(chineseWorkdays, content), open, noticeDays) ?? open)
  const form = addDays(close, pace.form)
  const introduce = addDays(form, pace.introduce)
  const vote = workday(addDays(introduce, pace.vote))
  const approve = workday(addDays(vote, pace.approve))
  const file = workday(addDays(approve, pace.file))
  const oath = workday(addDays(file, pace.oath))
  const archive = workday(addDays(oath, pace.archive))
  return { letter, talk, route, activist, firstTalk: addDays(activist, 24), secondTalk: addDays(activist, 61), propose, preReview, open, close, form, introduce, vote, approve, file, oath, archive }
}
export type Schedule = ReturnType<typeof scheduleOf>

/** The way laid so that one of its acts falls about `days` before today. */
export const scheduleBack = (act: keyof Schedule, days: number, today: string, pace: Pace, content: ProcedureContent): Schedule => {
  const trial = scheduleOf(addDays(today, -60), pace, content)
  const between = (Date.parse(trial[act]) - Date.parse(trial.propose)) / 86_400_000
  return scheduleOf(addDays(today, -days - between), pace, content)
}
