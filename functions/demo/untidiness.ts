import { addDays, latest } from './calendar'
import { freeSundays, type Surroundings } from './activity'
import type { Outcome, StudentLedger } from './entries'
import { volunteerThemes } from './themes'

/** What a review says when it does not approve: a reason from the list, and words. */
export const rejections: readonly Outcome[] = [
  { verdict: 'rejected', reason: 'photo-unclear', words: '照片太模糊，看不清活动现场，请补一张清楚的。' },
  { verdict: 'rejected', reason: 'time-wrong', words: '时间与现场负责人登记的不一致，请核对后重新提交。' },
  { verdict: 'rejected', reason: 'not-volunteering', words: '这是班级值日，不计入志愿服务。' },
  { verdict: 'rejected', reason: 'photo-not-of-this', words: '照片不是这次活动的。' },
  { verdict: 'rejected', reason: 'needs-more-evidence', words: '请补充活动负责人的联系方式或签到表照片。' },
]
export const revocation: Outcome = { verdict: 'revoked', reason: 'duplicate', words: '与平台导入的时长重复，撤销本条。' }

/** What happens besides: waiting, rejected, withdrawn and revoked records, forgotten exits, and hours of before the last 12 months. */
export const addUntidiness = (ledger: StudentLedger, { today, past }: Surroundings): void => {
  const { random } = ledger
  const report = (date: string | undefined, outcome: Outcome, photos: number) => {
    if (date !== undefined) ledger.selfReport({ theme: random.pick(volunteerThemes), date, from: random.int(16, 20) * 30, minutes: random.int(6, 18) * 10, outcome, photos })
  }
  const free = freeSundays(ledger, today)
  if (random.chance(0.27)) report(free.find((date) => date > addDays(today, -25)) ?? latest(addDays(today, -1), 2), { verdict: 'pending' }, random.int(1, 3))
  if (random.chance(0.15)) report(random.sample(free.slice(3, 30), 1)[0], random.pick(rejections), random.chance(0.2) ? 1 : 0)
  if (random.chance(0.05)) report(random.sample(freeSundays(ledger, today).slice(3, 30), 1)[0], { verdict: 'withdrawn' }, 0)
  if (random.chance(0.04)) report(random.sample(freeSundays(ledger, today).slice(3, 30), 1)[0], revocation, 0)
  if (random.chance(0.25)) report(latest(addDays(today, -random.int(372, 395)), 0), { verdict: 'approved' }, 0)
  if (random.chance(0.06)) {
    const forgotten = past.find(({ category, date }) => category === 'volunteering' && !ledger.busy.has(date))
    if (forgotten) ledger.attend(forgotten, { entry: random.int(0, 10) })
  }
}
