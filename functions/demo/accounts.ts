import type { AwkwardKey } from './awkward'
import type { DemoPeople } from './people'

/** Someone to sign in as on the local stage. */
export interface DemoAccount {
  code: string
  personId: string
  /** In Chinese: what this person is good for. */
  about: string
  order: number
}

const studentAccounts: [string, AwkwardKey, string][] = [
  ['student-ready', 'ready', '条件全部满足，还没有递交申请'],
  ['student-hours-short', 'hours-short', '志愿服务1199分钟，只差1分钟'],
  ['student-applied', 'applied', '已递交申请，条件满足，等待支部谈话'],
  ['student-returned', 'returned', '申请被退回，写明了原因'],
  ['student-exam-failed', 'exam-failed', '入团积极分子；团课学完，两次考试都没有及格'],
  ['student-waiting', 'waiting', '两条记录带照片待审核，通过后时长就够'],
  ['student-turned-down', 'turned-down', '已谈话，等待确定为积极分子；有记录被驳回、撤回和撤销'],
  ['student-day-cap', 'day-cap', '培养联系中；有一天做得太多，超出每日上限'],
  ['student-thirteen', 'thirteen', '今天满13岁，还要再等一年'],
  ['student-new', 'absent', '刚进支部，还没有任何记录'],
  ['student-member', 'approved', '已经入团，申请从志愿书到归档都在'],
]

/** Demo sign-in codes, in the order in which to show them. The last two are of the other county: they must see nothing of this one. */
export const demoAccounts = (awkward: ReadonlyMap<AwkwardKey, string>, people: DemoPeople, other: { student: string; secretary: string }, shown: ReadonlyMap<string, string>): DemoAccount[] => {
  const of = (map: ReadonlyMap<string, string>, id: string): string => {
    const personId = map.get(id)
    if (personId === undefined) throw new Error(`Nobody for ${id}`)
    return personId
  }
  const rows: [string, string, string][] = [
    ...studentAccounts.map(([code, key, about]): [string, string, string] => [code, of(awkward, key), about]),
    ['manager', of(people.managerOf, 'wangcang.t01.home'), '青溪镇青年之家管理员：发布活动、签到、关闭活动'],
    ['student-manager', of(awkward, 'manager-too'), '20岁的支部青年，也管理青溪镇青年之家'],
    ['branch-secretary', of(people.secretaryOf, 'wangcang.s01.b01'), '清江中学高一1班团支部书记：审核、名单、申请'],
    ['student-notice', of(shown, 'notice-over'), '公示期满，等待本人填写入团志愿书'],
    ['student-form', of(shown, 'form-filled'), '入团志愿书已填，等待支部大会表决'],
    ['branch-secretary-2', of(people.secretaryOf, 'wangcang.s01.b02'), '清江中学高一2班团支部书记：入团程序的每个环节都有人'],
    ['student-secretary', of(awkward, 'secretary-too'), '同一支部的学生书记：不能审核自己的记录'],
    ['school-committee', of(people.committeeOf, 'wangcang.s01'), '清江中学团委：全校各支部'],
    ['township-committee', of(people.committeeOf, 'wangcang.t01'), '青溪镇团委：镇上的青年支部'],
    ['county-committee', of(people.committeeOf, 'wangcang'), '团县委：全县汇总'],
    ['county-committee-2', people.secondSecretary, '团县委另一位：身份要由两个人给'],
    ['other-student', other.student, '另一个县的学生'],
    ['other-secretary', other.secretary, '另一个县的支部书记：看不到本县'],
  ]
  return rows.map(([code, personId, about], order) => ({ code, personId, about, order }))
}
