import { makeText } from '@/text/make'

/** Words of events and seats. */
export const e = makeText(
  {
    homes: '各家青年之家 ›', events: '活动', event: '活动详情', none: '最近没有活动', noneWords: '下拉刷新，或者过几天再来看看', all: '全部', mine: '我报名的', noneMine: '还没有报名活动', signUp: '报名', signedUp: '已报名', full: '可候补', closed: '已结束',
    cancel: '取消报名', cancelAsk: '名额会空出来让给别人；还有名额时可以再报名。确定取消吗？', cancelAskLine: '名额会马上给候补的第一位；再想参加要重新候补。确定取消吗？', cancelled: '已取消报名', done: '报名成功', pass: '出示活动码', passFirst: '趁有网络先打开一次，到场没网也能出示', host: '主办', place: '地点', time: '时间', earns: '可获得', minutes: '按签到到签退的时长计', seats: '名额', seatsLeft: '共 {capacity} 个，还剩 {left} 个', seatsGone: '共 {capacity} 个，已报满', seatsWaiting: '共 {capacity} 个，已报满，{waiting} 人候补', taken: '{taken} 人已报名，不限名额', about: '说明',
    wait: '加入候补', waiting: '候补中', waitDone: '已加入候补，第 {place} 位', waitingPlace: '候补第 {place} 位，共 {of} 人候补', waitingWords: '有人取消时按先后自动递补，轮到你会在这里和首页告诉你。', waitedInVain: '活动已结束，这次没有轮到候补。',
    leave: '退出候补', leaveAsk: '退出后再想参加，要排到最后。确定退出吗？', left: '已退出候补', movedUp: '已从候补转为报名成功', movedUpWords: '{time} 有人让出了名额。{starts} 开始，来不了请提前取消，好让给后面的人。',
    came: '你参加了这次活动', cameWords: '签到已记录，计入多少在“记录”里看。', noShow: '这次没有签到', noShowWords: '不影响以后报名。如果你当时在场，请联系主办方补记。', calendar: '加到日历', calendarDone: '已加到手机日历', calendarFile: '日历文件已下载，打开即可加入日历', calendarNot: '没有加到日历',
  },
  {
    homes: 'All Youth Homes ›', events: 'Events', event: 'Event', none: 'No events soon', noneWords: 'Pull to refresh, or look again in a few days', all: 'All', mine: 'Mine', noneMine: 'You have not signed up yet', signUp: 'Sign up', signedUp: 'Signed up', full: 'Waitlist', closed: 'Closed',
    cancel: 'Cancel', cancelAsk: 'Your seat is free for somebody else; you can sign up again while there are seats. Cancel?', cancelAskLine: 'Your seat goes to the first on the waitlist at once; to come after all, you would wait again. Cancel?', cancelled: 'Cancelled', done: 'Signed up', pass: 'Show my pass', passFirst: 'Open it once while online; then it needs no network', host: 'Host', place: 'Place', time: 'Time', earns: 'Earns', minutes: 'Minutes from entry to exit', seats: 'Seats', seatsLeft: '{left} of {capacity} left', seatsGone: 'All {capacity} taken', seatsWaiting: 'All {capacity} taken, {waiting} waiting', taken: '{taken} signed up, no limit', about: 'About',
    wait: 'Join the waitlist', waiting: 'Waiting', waitDone: 'On the waitlist, number {place}', waitingPlace: 'Number {place} of {of} on the waitlist', waitingWords: 'When somebody cancels, the next in line moves up by itself. You will see it here and on the first screen.', waitedInVain: 'The event is over; no seat came free for you this time.',
    leave: 'Leave the waitlist', leaveAsk: 'To come after all, you would be last in line. Leave?', left: 'You left the waitlist', movedUp: 'You moved up: you have a seat', movedUpWords: 'A seat came free at {time}. It starts at {starts}; if you cannot come, cancel early for those behind you.',
    came: 'You were there', cameWords: 'Your check-in is recorded; what it counts for is under Records.', noShow: 'You were not checked in this time', noShowWords: 'You can sign up as before. If you were there, ask the host to add you.', calendar: 'Add to calendar', calendarDone: 'Added to your calendar', calendarFile: 'Calendar file saved; open it to add it', calendarNot: 'Not added',
  },
)
