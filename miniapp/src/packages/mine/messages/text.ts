import { makeText } from '@/text/make'

export const g = makeText(
  {
    allRead: '全部标为已读', today: '今天', yesterday: '昨天', empty: '还没有消息', emptyWords: '申请、记录、成绩有了结果，或者有事请你办，都会写在这里', unread: '未读',
    application: '入团申请有新进展', returned: '入团申请被退回', rejected: '入团申请没有通过', terminated: '入团申请已终止', withdrawn: '入团申请已撤回', step: '{act}。{now}', now: '现在：{state}', lookWhy: '打开看原因和下一步', fillForm: '请你填写入团志愿书', noticeOver: '公示已结束，打开去填写',
    mentor: '请你担任 {name} 的培养联系人', introducer: '请你为 {name} 写入团介绍意见', openTask: '打开去办理',
    'record-approved': '记录已通过', 'record-granted': '点名记录已计入', 'record-rejected': '记录没有通过', 'record-withdrawn': '代你录入的记录已撤回', 'record-revoked': '记录的通过被撤销', 'record-corrected': '记录已更正', 'record-kept': '记录与签到重合，都予保留', 'record-appealed': '记录已申诉', 'appeal-approved': '申诉成功，记录已通过', 'appeal-rejected': '申诉后仍没有通过',
    exam: '{course}考试成绩已登记', 'exam-corrected': '{course}考试成绩已更正', 'exam-taken-back': '{course}考试成绩已取消', points: '{score} 分',
    event: '候补成功，你有名额了', 'scan-accepted': '你的签到已计入', 'scan-dismissed': '你的一次签到没有计入', 'scan-undone': '你的一次签到被撤销',
    'role-given': '你有了新身份：{role}', 'role-ended': '你的身份已结束：{role}', 'proposal-approved': '{name} 担任{role}：已同意', 'proposal-refused': '{name} 担任{role}：没有同意', moved: '你的班级或支部已调整', received: '新的团组织已接收你的团组织关系', graduated: '你已毕业，请配合转接团组织关系', late: '{n} 份入团申请等你办理，已经超期', lateBelow: '下级有 {n} 份入团申请等得太久', document: '你的一份证明或材料已作废', documentWords: '打开看是哪一份', thing: '活动',
  },
  {
    allRead: 'Mark all read', today: 'Today', yesterday: 'Yesterday', empty: 'No messages yet', emptyWords: 'News of your application, records and scores, and what others ask of you, comes here', unread: 'Unread',
    application: 'News of your application', returned: 'Your application was returned', rejected: 'Your application did not pass', terminated: 'Your application was ended', withdrawn: 'Your application was withdrawn', step: '{act}. {now}', now: 'Now: {state}', lookWhy: 'See why, and what is next', fillForm: 'Please fill in your admission form', noticeOver: 'The notice is over',
    mentor: 'You are asked to be {name}’s mentor', introducer: 'You are asked to introduce {name}', openTask: 'Open it',
    'record-approved': 'Record approved', 'record-granted': 'A roll counts for you', 'record-rejected': 'Record rejected', 'record-withdrawn': 'A record entered for you was withdrawn', 'record-revoked': 'A record’s approval was revoked', 'record-corrected': 'Record corrected', 'record-kept': 'Record kept beside your check-in', 'record-appealed': 'Record appealed', 'appeal-approved': 'Appeal heard: record approved', 'appeal-rejected': 'Rejected again after your appeal',
    exam: '{course}: score entered', 'exam-corrected': '{course}: score corrected', 'exam-taken-back': '{course}: score taken back', points: 'Score {score}',
    event: 'A seat came free: it is yours', 'scan-accepted': 'Your check-in counts', 'scan-dismissed': 'A check-in of yours does not count', 'scan-undone': 'A check-in of yours was taken back',
    'role-given': 'You have a new role: {role}', 'role-ended': 'Your role has ended: {role}', 'proposal-approved': '{name} as {role}: approved', 'proposal-refused': '{name} as {role}: refused', moved: 'Your class or branch has changed', received: 'Your new League organisation has received you', graduated: 'You have graduated: your membership is to be transferred', late: '{n} applications wait for you and are late', lateBelow: '{n} applications have waited too long below you', document: 'One of your documents was withdrawn', documentWords: 'See which one', thing: 'Activity',
  },
)
