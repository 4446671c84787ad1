import { makeText } from '@/text/make'

/** The words of binding, the notice among them. */
export const b = makeText(
  {
    bind: '绑定身份', bindWords: '输入团支书给你的一次性绑定码，把微信和名册上的你对应起来。', bindCode: '绑定码', bindButton: '绑定', bindAgreeFirst: '先读完说明并同意，再绑定', bindCodeFirst: '先填绑定码', triesAgain: '{time} 后可以再试。绑定码仍然有效，着急的话请用本人的微信绑定。',
    notice: '个人信息说明', noticeAgree: '我已阅读并同意', noticeUse: '用什么，做什么', noticeUseWords: '名册上的姓名、出生日期、支部和学号，以及你的活动记录和照片；只用来记录成长和办理入团。', noticePlace: '存放在哪里', noticePlaceWords: '本县指定的服务器。', noticeTime: '保存多久', noticeTimeWords: '离团或毕业后按规定期限删除；谁看过你的资料，这份记录保留两年。', noticeComplain: '不满意找谁', noticeComplainWords: '先找团支书，也可以向学校团委、县团委提出，或拨打政务服务热线 12345。', noticeDelete: '怎样导出和删除', noticeDeleteWords: '随时可在“我的”里导出；要解除绑定或删除，向团支书或县团委提出，依法要留的档案除外。', noticeChild: '未满 14 岁', noticeChildWords: '须由监护人先在纸质说明上签字，交团支书登记。不同意也可以，不影响你在班里参加活动。',
  },
  {
    bind: 'Bind your identity', bindWords: 'Enter the one-time code your branch secretary gave you. It joins this WeChat identity with you on the roster.', bindCode: 'Binding code', bindButton: 'Bind', bindAgreeFirst: 'Read the notice and agree, then bind', bindCodeFirst: 'Enter the code first', triesAgain: 'Try again after {time}. The binding code stays good; it can be used from its owner’s own WeChat.',
    notice: 'Your personal information', noticeAgree: 'I have read this and agree', noticeUse: 'What is used, and what for', noticeUseWords: 'Your name, birth date, branch and student number from the roster, your records and photos; only to record your growth and your admission.', noticePlace: 'Where it is kept', noticePlaceWords: 'On the servers your county names.', noticeTime: 'How long', noticeTimeWords: 'Deleted after the time the rules set once you leave the League or graduate; who looked at your file is kept for two years.', noticeComplain: 'Whom to complain to', noticeComplainWords: 'Your branch secretary first; or the school or county committee, or the government hotline 12345.', noticeDelete: 'Export and deletion', noticeDeleteWords: 'Export it in "Me" at any time; to unbind or delete, ask your branch secretary or the county committee. Files that the law keeps stay.', noticeChild: 'Under 14', noticeChildWords: 'A guardian first signs the notice on paper, and the branch secretary notes it. You may decline: you can still join in with your class.',
  },
)
