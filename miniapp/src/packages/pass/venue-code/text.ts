import { makeText } from '@/text/make'

/** Words of the screen that shows the venue's code. */
export const w = makeText(
  {
    title: '场馆码', code: '场馆码', how: '打开青程，进入这个活动，点“扫场馆码签到”或“扫场馆码签退”', next: '{n} 秒后换新码', offline: '不需要网络，一直开着就行', keep: '拍照转发没有用：码每 30 秒换一次，过时的要负责人确认', cutOff: '这块屏幕已停用', cutOffWords: '现在扫它的人要由负责人确认。需要场馆码，请换一个新的。', over: '活动已经结束', overWords: '场馆码到活动结束后一小时为止', early: '{time} 起可以签到', renew: '换一个新的场馆码',
  },
  {
    title: 'Venue’s code', code: 'Venue’s code', how: 'Open Qingcheng, open this event, and tap “Scan the venue’s code”', next: 'New code in {n} s', offline: 'Needs no network; leave it open', keep: 'A picture is of no use: the code changes every 30 s, and a late one waits for the manager', cutOff: 'This screen was cut off', cutOffWords: 'Whoever scans it waits for a manager. Make a new code if you need one.', over: 'The event is over', overWords: 'The code ends an hour after the event', early: 'Check-in begins at {time}', renew: 'Make a new code',
  },
)
