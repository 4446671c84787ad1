import type { OpenSpan, StandardName } from '@shared/model/youth-home'

const day = (...spans: [string, string][]): OpenSpan[] => spans.map(([from, to]) => ({ from, to }))
const week = (weekdays: OpenSpan[], weekend: OpenSpan[], monday = weekdays): OpenSpan[][] => [monday, weekdays, weekdays, weekdays, weekdays, weekend, weekend]

/** Kinds of opening hours: every day, after school, with a noon break and closed on Mondays. */
export const openingHours: readonly OpenSpan[][][] = [
  week(day(['09:00', '20:30']), day(['08:30', '21:00'])),
  week(day(['14:00', '20:00']), day(['09:00', '18:00'])),
  week(day(['09:00', '12:00'], ['14:00', '18:00']), day(['09:00', '18:00']), []),
]

/** What a home says of itself; `{name}` is its township. */
export const introductions: readonly string[] = [
  '{name}青年之家在老供销社楼里，两层，一楼是自习室和书吧，二楼是排练厅和手工教室。放学后、周末都可以来写作业、借书、练琴，也能报名志愿服务和兴趣课。茶水免费，带上水杯就行。',
  '由原{name}文化站改建，有自习区、阅览区和一间小放映厅。寒暑假有大学生志愿者辅导功课，周末常有手工、球类和电影活动。',
  '{name}的年轻人自己打理的空间：看书、上网查资料、排节目、开小组会都可以。需要场地的小组提前一天跟值班的人说一声。',
]
export const streets: readonly string[] = ['政府街 12 号（镇便民服务中心二楼）', '东大街 36 号，老供销社旁边', '中心小学斜对面，文化广场北侧', '河滨路 8 号，镇卫生院往东 200 米']

/** What managers write for each standard. */
export const standardWords: Readonly<Record<StandardName, readonly string[]>> = {
  place: ['固定场地 320 平方米：自习室 48 座、书吧藏书 2600 册、排练厅一间。无线网、饮水、急救箱齐全，消防年检合格。', '场地 140 平方米，自习区 24 座，一间活动室。冬天有取暖，晚上有路灯。'],
  projects: ['常年有三个项目：四点半课堂、周末河道清洁、青年读书会，每月都有安排并公示在门口。', '以四点半课堂为主，寒暑假加开兴趣班。'],
  team: ['专职管理员 1 人，值班志愿者 14 人，每周排班。管理员参加过县里的培训。', '管理员 1 人（兼职），固定志愿者 5 人。'],
  mechanism: ['有值班、借阅、安全和未成年人保护制度，上墙公示；每季度开一次议事会，意见当场记录。', '有值班表和安全制度，意见箱每月开一次。'],
  signage: ['门头、导视和活动墙统一使用青年之家标识，夜间有灯箱。', '门口有统一牌匾，室内标识还在补。'],
}
export const assessmentWords = {
  met: ['现场看过，与填报一致。', '场地和台账都齐全。'],
  partly: ['现场人手不够，周末有时没有人值班，请补充排班表。', '制度有了，但没有上墙，请补齐后再报。'],
  'not-met': ['没有固定场地，暂借村委会议室，请和镇里商量落实。', '标识未更换，现场仍是旧牌子。'],
} as const

export const homeProjects: readonly { title: string; about: string }[] = [
  { title: '四点半课堂', about: '周一到周五放学后，大孩子带小孩子写作业、读绘本。' },
  { title: '周末河道清洁', about: '每月第一、三个周六上午，手套和夹子由青年之家准备。' },
  { title: '青年读书会', about: '每两周一次，自己选书，轮流主持。' },
  { title: '非遗小课堂', about: '跟着镇上的老师傅学竹编和剪纸。' },
  { title: '云课堂陪读', about: '寒假每天上午开放电脑教室，有大学生答疑。' },
]
export const homePosts: readonly { title: string; about: string; places: number }[] = [
  { title: '图书管理员', about: '登记借还、整理书架，每周一次，每次两小时。', places: 3 },
  { title: '值班志愿者', about: '周末开门、登记来访、照看自习区。', places: 4 },
  { title: '活动主持', about: '和管理员一起策划、主持每月一次的主题活动。', places: 2 },
]
