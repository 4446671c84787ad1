import { makeText } from '@/text/make'

/** Words of Youth Homes that students' and staff's pages share. */
export const y = makeText(
  {
    place: '有阵地', projects: '有项目', team: '有队伍', mechanism: '有机制', signage: '有标识',
    'not-assessed': '未评定', met: '达标', partly: '部分达标', 'not-met': '未达标',
    openUntil: '开放中，到 {time}', openAllDay: '今天全天开放', opensToday: '{time} 开放', opensTomorrow: '明天 {time} 开放', opensOn: '{day} {time} 开放', noHours: '未公布开放时间', closedDay: '不开放',
    day0: '周一', day1: '周二', day2: '周三', day3: '周四', day4: '周五', day5: '周六', day6: '周日', hours: '开放时间', today: '今天', photoN: '第 {n} 张照片',
  },
  {
    place: 'A place', projects: 'Projects', team: 'A team', mechanism: 'Rules', signage: 'Signs',
    'not-assessed': 'Not assessed', met: 'Met', partly: 'Partly met', 'not-met': 'Not met',
    openUntil: 'Open until {time}', openAllDay: 'Open all day', opensToday: 'Opens at {time}', opensTomorrow: 'Opens tomorrow at {time}', opensOn: 'Opens {day} at {time}', noHours: 'No opening hours yet', closedDay: 'Closed',
    day0: 'Mon', day1: 'Tue', day2: 'Wed', day3: 'Thu', day4: 'Fri', day5: 'Sat', day6: 'Sun', hours: 'Opening hours', today: 'Today', photoN: 'Photo {n}',
  },
)
export type HomeTextKey = Parameters<typeof y>[0]
