import { makeText } from '@/text/make'

/** Words of the application. */
export const a = makeText(
  {
    title: '我的入团申请', letter: '申请书', letterHint: '写下你为什么想加入共青团，可以写自己的经历和想法', send: '递交申请', again: '修改后再次递交', sent: '申请已递交', needLetter: '请先写申请书', withdraw: '撤回申请', withdrawAsk: '撤回后可以重新递交，确定撤回吗？', withdrawn: '申请已撤回',
    waits: '审批前要达到的条件', allMet: '条件都已达到，等支部委员会讨论', notYet: '还有 {n} 项没有达到', canApply: '随时可以递交；时长等条件在审批前达到即可', returned: '申请被退回', approved: '申请已通过', applied: '已递交，等待支部讨论', history: '经过', earliest: '最早 {date}', met: '已达到', unmet: '未达到',
    'to-applied': '递交申请', 'to-applied-for': '录入纸质申请书（{who}）', paper: '纸质申请书，落款 {date}，{who}代为录入', 'to-returned': '退回修改（{who}）', 'to-approved': '审批通过（{who}）', 'to-withdrawn': '撤回申请', 'condition-letter': '申请书',
    'mend-record-hours': '参加志愿服务并记录时长', 'mend-attend-class': '参加课程学习', 'mend-pass-exam': '通过团课考试', 'mend-study': '完成青年大学习', 'mend-join-activity': '参加一次素质拓展活动', 'mend-wait': '等到年满 14 岁', 'mend-write-letter': '写一份申请书', 'mend-none': '无法补足',
  },
  {
    title: 'My application', letter: 'Letter', letterHint: 'Why do you want to join the League? Write about yourself', send: 'Apply', again: 'Apply again', sent: 'Application sent', needLetter: 'Write a letter first', withdraw: 'Withdraw', withdrawAsk: 'You can apply again later. Withdraw?', withdrawn: 'Withdrawn',
    waits: 'What the decision waits for', allMet: 'All conditions are met; the branch committee decides next', notYet: '{n} not met yet', canApply: 'Apply at any time; the conditions must be met before the decision', returned: 'Returned', approved: 'Approved', applied: 'Waiting for the branch', history: 'History', earliest: '{date} at the earliest', met: 'Met', unmet: 'Not met',
    'to-applied': 'Applied', 'to-applied-for': 'Letter on paper entered ({who})', paper: 'On paper, dated {date}, entered by {who}', 'to-returned': 'Returned ({who})', 'to-approved': 'Approved ({who})', 'to-withdrawn': 'Withdrawn', 'condition-letter': 'Letter',
    'mend-record-hours': 'Volunteer and record the hours', 'mend-attend-class': 'Attend the classes', 'mend-pass-exam': 'Pass the League class exam', 'mend-study': 'Do the youth study', 'mend-join-activity': 'Join an activity', 'mend-wait': 'Wait until 14', 'mend-write-letter': 'Write a letter', 'mend-none': 'Cannot be mended',
  },
)
export type ApplyKey = Parameters<typeof a>[0]
