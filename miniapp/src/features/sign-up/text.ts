import { makeText } from '@/text/make'

/** Words of events and seats. */
export const e = makeText(
  {
    homes: '各家青年之家 ›', events: '活动', event: '活动详情', none: '最近没有活动', noneWords: '下拉刷新，或者过几天再来看看', soon: '即将开始', all: '全部', mine: '我报名的', noneMine: '还没有报名活动', signUp: '报名', signedUp: '已报名', full: '名额已满', closed: '已结束',
    cancel: '取消报名', cancelAsk: '取消后名额会让给别人，确定取消吗？', cancelled: '已取消报名', done: '报名成功', pass: '出示活动码', host: '主办', place: '地点', time: '时间', earns: '可获得', minutes: '按签到到签退的时长计', seats: '名额', seatsOf: '{taken} / {capacity}', taken: '{taken} 人已报名', about: '说明',
  },
  {
    homes: 'All Youth Homes ›', events: 'Events', event: 'Event', none: 'No events soon', noneWords: 'Pull to refresh, or look again in a few days', soon: 'Soon', all: 'All', mine: 'Mine', noneMine: 'You have not signed up yet', signUp: 'Sign up', signedUp: 'Signed up', full: 'Full', closed: 'Closed',
    cancel: 'Cancel', cancelAsk: 'Your seat goes to somebody else. Cancel?', cancelled: 'Cancelled', done: 'Signed up', pass: 'Show my pass', host: 'Host', place: 'Place', time: 'Time', earns: 'Earns', minutes: 'Minutes from entry to exit', seats: 'Seats', seatsOf: '{taken} of {capacity}', taken: '{taken} signed up', about: 'About',
  },
)
