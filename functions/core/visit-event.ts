import { type PublishedEvent, visitDayId } from '@shared/model/event'
import type { Org } from '@shared/model/org'
import { dayMs } from '@shared/rules/local-date'
import { shanghaiMidnight } from '@shared/rules/shanghai'

/** The event of one local day of a Youth Home (YYYY-MM-DD, Asia/Shanghai): whoever comes has a visit, with or without having signed up. */
export const visitEvent = ({ id, name }: Pick<Org, 'id' | 'name'>, localDate: string, publishedAt: string): PublishedEvent => {
  const starts = shanghaiMidnight(localDate)
  return {
    eventId: visitDayId(id, localDate), host: id, title: `${name}开放日`, category: 'youth-home', place: name, description: '到馆请管理员签到，当天记一次参与。开放时间以馆内公告为准。', quantity: 1,
    startsAt: new Date(starts).toISOString(), endsAt: new Date(starts + dayMs).toISOString(), minimumMinutes: 0, breaks: [], shards: 1, state: 'open', publishedAt, publishedBy: 'system',
  }
}
