import type { ViolationCode } from '@shared/model/violation'

/** What the check finds, in the words of a league committee. */
export const violationWords = {
  'age-at-letter': '递交申请时年龄不符', 'age-at-proposal': '确定发展对象时年龄不符', 'age-at-meeting': '支部大会时年龄不符',
  lessons: '团课学时不足', exam: '团课结业考试未通过', requirement: '有必需条件未满足', 'evaluation-differs': '当时的评价结果与重新核算不一致', 'wrong-rules': '采用的积分规则不是当日生效的版本', 'wrong-procedure': '采用的程序规定不是当日生效的版本',
  'no-route': '没有确定积极分子的有效依据', mentors: '培养联系人人数不符', 'months-as-activist': '培养考察不满规定时间', 'mentor-talks': '培养谈话次数不足',
  'number-form': '发展编号格式不符', 'number-outside': '发展编号不在本级分配的号段内', 'number-twice': '发展编号重复使用', 'number-changed': '备案编号与预审编号不一致', 'quota-exceeded': '超出发展计划名额',
  'notice-short': '公示不满规定的工作日', 'notice-calendar': '公示期间的工作日历未公布，无法核算', 'names-not-masked': '未成年人公示未隐去姓名', 'objection-open': '公示异议未答复或成立',
  'form-before-lesson': '填写志愿书不晚于最后一次团课', introducers: '入团介绍人人数不符', 'introducer-not-member': '介绍人当时不是本支部团员', 'introducer-silent': '介绍人没有发表意见',
  tally: '票数不吻合', 'no-quorum': '到会人数不足', 'no-majority': '赞成票未过半', 'approver-reviewed': '审批人单独审核过本人的记录', 'approver-introduced': '审批人是本人的介绍人', 'own-act': '本人经办了自己的申请', 'filed-late': '批准后备案超过期限',
  'step-missing': '缺少环节', 'step-order': '环节顺序不符', 'dates-order': '日期先后不符', 'in-future': '日期晚于录入时间', chain: '审计链不吻合', seal: '留存内容与审计链不吻合', head: '审计链末端签名不吻合',
} satisfies Record<ViolationCode, string>

export const actWords: Record<string, string> = {
  apply: '递交申请', talk: '支部谈话', 'record-route': '推荐评议', 'name-activist': '确定积极分子', 'mentor-talk': '培养谈话', 'propose-candidate': '确定发展对象', 'pre-review': '上级预审', 'open-notice': '开始公示', object: '公示异议', 'answer-objection': '答复异议', 'close-notice': '公示结束',
  'fill-form': '填写志愿书', introduce: '介绍人意见', vote: '支部大会', approve: '上级审批', file: '县级备案', 'swear-in': '入团宣誓', archive: '归档', return: '退回', terminate: '终止', withdraw: '撤回', reject: '不批准',
}
