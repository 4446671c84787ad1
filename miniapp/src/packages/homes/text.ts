import { makeText } from '@/text/make'

/** The words of the Youth Homes' pages; they lie in the subpackage. */
export const h = makeText(
  {
    homes: '青年之家', none: '县里还没有青年之家', noneWords: '建好以后会出现在这里', find: '按名称或乡镇查找', noMatch: '没有找到', noMatchWords: '换个名称试试', ownTownship: '我所在的镇', beenDays: '去过 {n} 天', notWritten: '还在准备中，先去活动里看看', 
    address: '地址', contact: '联系', whole: '看一周的开放时间', fold: '收起', about: '介绍', empty: '这里还没有介绍', emptyWords: '管理员正在准备，活动照常可以报名',
    visit: '到馆', visited: '这个月你来过 {n} 天', notVisited: '这个月你还没有来过', todayOpen: '今天到馆，出示活动码', howTitle: '怎么计入一次到馆', how1: '到了以后，给值班的人看你的活动码，或者扫馆里的二维码。', how2: '没带手机，报姓名也能登记。', how3: '每天最多计一次，当天就能在“记录”里看到。', monthly: '本月已有 {distinct} 人来过，共 {came} 人次，办了 {events} 场活动',
    calendar: '活动日历', before: '上个月', after: '下个月', monthOf: '{year} 年 {month} 月', dayWith: '{day}，{n} 场活动', noEvents: '这个月还没有排活动', noEventsWords: '新活动发布后会出现在这里', onDay: '{day} 的活动', wholeMonth: '看整个月', openDay: '开放日',
    projects: '正在做的事', since: '{date} 开始', endedN: '还有 {n} 个项目已经结束', posts: '实践岗位', postsWords: '想来？跟值班的人说一声，或者在活动上找管理员报名。', freeN: '还缺 {n} 人', noFree: '已满', placesN: '共 {n} 人',
    standards: '这个家怎么样', standardsWords: '县团委按“五有”标准评定', 
  },
  {
    homes: 'Youth Homes', none: 'No Youth Homes yet', noneWords: 'They will be listed here', find: 'Find by name or township', noMatch: 'Nothing found', noMatchWords: 'Try another name', ownTownship: 'My township', beenDays: 'Days there: {n}', notWritten: 'Being prepared; see its events',
    address: 'Address', contact: 'Contact', whole: 'The whole week', fold: 'Fold', about: 'About', empty: 'Nothing is written yet', emptyWords: 'Its managers are preparing it; events take place',
    visit: 'Visits', visited: 'Days you came this month: {n}', notVisited: 'You have not come this month', todayOpen: 'Visit today: show my pass', howTitle: 'How a visit counts', how1: 'Show your pass to whoever is on duty, or scan the code at the home.', how2: 'Without a phone, give your name.', how3: 'One visit a day counts; see it under Records the same day.', monthly: 'This month: {distinct} people, {came} visits, {events} events',
    calendar: 'Calendar', before: 'Month before', after: 'Next month', monthOf: '{month}/{year}', dayWith: '{day}, events: {n}', noEvents: 'No events this month yet', noEventsWords: 'New ones will be listed here', onDay: 'On {day}', wholeMonth: 'Whole month', openDay: 'Open day',
    projects: 'What is going on', since: 'Since {date}', endedN: 'Ended projects: {n}', posts: 'Practice posts', postsWords: 'Tell whoever is on duty, or a manager at an event, that you would like to.', freeN: 'Wanted: {n}', noFree: 'Full', placesN: 'Places: {n}',
    standards: 'What it has', standardsWords: 'Assessed by the county by five standards',
  },
)
