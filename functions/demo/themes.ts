export type Category = 'volunteering' | 'civics-class' | 'league-class' | 'youth-study' | 'quality-activity' | 'youth-home'

/** What people of the county do: titles, places and words of records and events, in Chinese as the county writes them. */
export interface Theme {
  title: string
  place: string
  description: string
  /** Which of the drawn scenes (pictures.ts) shows it. */
  scene: number
}

export const volunteerThemes: readonly Theme[] = [
  { title: '敬老院陪伴老人', place: '镇敬老院', description: '陪老人聊天、读报，帮忙打扫房间和晾晒被褥。', scene: 0 },
  { title: '河道垃圾清理', place: '清江河滨步道', description: '沿河道捡拾塑料瓶和包装袋，分类装袋后交到清运点。', scene: 1 },
  { title: '图书馆整理书架', place: '县图书馆', description: '按索书号归架，修补破损图书，引导小读者借阅。', scene: 2 },
  { title: '路口文明劝导', place: '东街十字路口', description: '早高峰劝导行人走斑马线、骑车戴头盔。', scene: 3 },
  { title: '社区环境清扫', place: '滨江社区', description: '清扫楼道和花坛，清除墙面小广告。', scene: 4 },
  { title: '留守儿童课业辅导', place: '社区儿童之家', description: '辅导小学生完成作业，一起做手工。', scene: 5 },
  { title: '植树护绿', place: '后山苗圃', description: '栽种柏树苗，给去年栽的树苗浇水、培土。', scene: 6 },
  { title: '防溺水宣传', place: '水库坝口', description: '向游客和孩子发放防溺水单页，检查警示牌。', scene: 7 },
  { title: '垃圾分类宣传', place: '农贸市场', description: '在市场入口讲解垃圾分类，带着居民现场分一分。', scene: 8 },
  { title: '赶集日秩序引导', place: '镇中心集市', description: '引导车辆停放，帮老人提东西，看护走失儿童。', scene: 9 },
  { title: '爱心义卖', place: '校门口广场', description: '义卖手工和旧书，所得全部交给山区图书角。', scene: 10 },
  { title: '校园绿化养护', place: '学校操场', description: '给花坛除草、浇水，修整操场边的草坪。', scene: 11 },
]

export const qualityThemes: readonly Theme[] = [
  { title: '红色故事分享会', place: '多功能厅', description: '每组讲一个本地的红色故事。', scene: 2 },
  { title: '校园艺术节', place: '大礼堂', description: '合唱、舞蹈与器乐展演。', scene: 10 },
  { title: '春季运动会', place: '田径场', description: '田径、拔河与接力。', scene: 11 },
  { title: '科技创新小制作', place: '科学实验室', description: '用废旧材料做一件能动的小发明。', scene: 5 },
  { title: '诗词朗诵会', place: '阅览室', description: '朗诵一首写家乡的诗。', scene: 2 },
  { title: '劳动实践日', place: '学农基地', description: '学习育苗、采茶与田间管理。', scene: 6 },
]

export const civicsTitle = (lesson: number): string => `思政课第${lesson}课时`
export const leagueTitle = (lesson: number): string => `团课第${lesson}课时`
export const studyTitle = (issueId: string): string => `“青年大学习”${issueId.slice(0, 4)}年第${Number(issueId.slice(5))}期`
