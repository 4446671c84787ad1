import { makeText } from '@/text/make'

/** What the procedure calls its states and acts, and who acts. */
export const a = makeText(
  {
    'state-applied': '已递交申请书', 'state-talked': '已谈话', 'state-activist': '入团积极分子', 'state-cultivating': '培养考察', 'state-candidate-proposed': '发展对象', 'state-pre-reviewed': '预审通过', 'state-public-notice': '公示', 'state-form-filled': '已填入团志愿书', 'state-branch-voted': '支部大会通过', 'state-committee-approved': '上级团委批准', 'state-filed': '县级备案', 'state-sworn-in': '入团宣誓', 'state-archived': '归档',
    'state-returned': '被退回', 'state-withdrawn': '已撤回', 'state-terminated': '已终止', 'state-rejected': '未通过',
    'act-apply': '递交入团申请书', 'act-talk': '谈话', 'act-record-route': '记录推荐方式', 'act-name-activist': '确定入团积极分子', 'act-mentor-talk': '培养联系人谈话', 'act-propose-candidate': '确定发展对象', 'act-pre-review': '预审', 'act-open-notice': '开始公示', 'act-object': '记录异议', 'act-answer-objection': '答复异议', 'act-close-notice': '结束公示', 'act-fill-form': '填写入团志愿书', 'act-introduce': '介绍人写意见', 'act-vote': '支部大会表决', 'act-approve': '批准', 'act-reject': '不予批准', 'act-file': '备案', 'act-swear-in': '入团宣誓', 'act-archive': '归档', 'act-return': '退回', 'act-withdraw': '撤回', 'act-terminate': '终止',
    'by-student': '申请人', 'by-mentor': '培养联系人', 'by-introducer': '介绍人', 'by-branch-secretary': '团支书', 'by-committee': '上级团委', 'by-county-committee': '县团委', 'by-home-manager': '青年之家', byOr: '或',
  },
  {
    'state-applied': 'Letter handed in', 'state-talked': 'Talked to', 'state-activist': 'Activist', 'state-cultivating': 'In training', 'state-candidate-proposed': 'Candidate', 'state-pre-reviewed': 'Reviewed beforehand', 'state-public-notice': 'Public notice', 'state-form-filled': 'Admission form filled in', 'state-branch-voted': 'Voted in by the branch', 'state-committee-approved': 'Approved by the committee', 'state-filed': 'Filed by the county', 'state-sworn-in': 'Oath taken', 'state-archived': 'Archived',
    'state-returned': 'Returned', 'state-withdrawn': 'Withdrawn', 'state-terminated': 'Ended by the committee', 'state-rejected': 'Not admitted',
    'act-apply': 'Hand in the letter', 'act-talk': 'Talk', 'act-record-route': 'Record a route', 'act-name-activist': 'Name an activist', 'act-mentor-talk': 'Mentor’s talk', 'act-propose-candidate': 'Propose a candidate', 'act-pre-review': 'Review beforehand', 'act-open-notice': 'Open the public notice', 'act-object': 'Record an objection', 'act-answer-objection': 'Answer an objection', 'act-close-notice': 'Close the public notice', 'act-fill-form': 'Fill in the admission form', 'act-introduce': 'Introducer’s opinion', 'act-vote': 'Vote at the branch’s meeting', 'act-approve': 'Approve', 'act-reject': 'Refuse', 'act-file': 'File', 'act-swear-in': 'Take the oath', 'act-archive': 'Archive', 'act-return': 'Return', 'act-withdraw': 'Withdraw', 'act-terminate': 'End',
    'by-student': 'the applicant', 'by-mentor': 'the mentor', 'by-introducer': 'the introducers', 'by-branch-secretary': 'the branch secretary', 'by-committee': 'the committee above', 'by-county-committee': 'the county committee', 'by-home-manager': 'the youth home', byOr: ' or ',
  },
)
export type ApplyKey = Parameters<typeof a>[0]
