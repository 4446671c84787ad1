import type { ApplicationState } from '@shared/model/application'
import type { DecisionEntry } from '@shared/model/ledger'
import type { MessageAbout } from '@shared/model/message'
import type { NoticeKind } from '@shared/model/notice'

/** What of a message WeChat shows: what it is about, and what came of it in five characters at most. It names nobody: a locked phone shows it. */
export interface Notice {
  kind: NoticeKind
  what: string
  outcome: string
}

const states: Record<ApplicationState, string> = {
  applied: '已递交', talked: '已谈话', activist: '积极分子', cultivating: '培养考察', 'candidate-proposed': '发展对象', 'pre-reviewed': '预审通过', 'public-notice': '公示', 'form-filled': '已填志愿书', 'branch-voted': '大会通过',
  'committee-approved': '上级批准', filed: '县级备案', 'sworn-in': '已宣誓', archived: '已归档', returned: '被退回', withdrawn: '已撤回', terminated: '已终止', rejected: '未通过',
}

const verdicts: Record<DecisionEntry['verdict'], string> = { approved: '已通过', rejected: '未通过', appealed: '已申诉', withdrawn: '已撤回', revoked: '已撤销', corrected: '已更正', kept: '已保留' }
const scans = { accepted: '已计入', dismissed: '未计入', undone: '已撤销' }

/** Nothing of what has no template: a role's end or a document is looked up in the app. */
export const noticeOf = (about: MessageAbout): Notice | undefined => {
  switch (about.kind) {
    case 'application': return { kind: 'application', what: '入团申请', outcome: about.act === 'close-notice' ? '待填志愿书' : states[about.state] }
    case 'asked': return { kind: 'task', what: about.as === 'mentor' ? '担任入团培养联系人' : '担任入团介绍人', outcome: '待处理' }
    case 'late': return { kind: 'task', what: '入团申请等待办理', outcome: '已超期' }
    case 'record': return { kind: 'record', what: about.title, outcome: about.granted ? '已计入' : verdicts[about.verdict] }
    case 'exam': return { kind: 'record', what: '考试成绩', outcome: about.change === 'taken-back' ? '已取消' : about.change === 'corrected' ? '已更正' : '已登记' }
    case 'scan': return { kind: 'record', what: about.title, outcome: scans[about.outcome] }
    case 'event': return { kind: 'event', what: about.title, outcome: '候补成功' }
    default: return undefined
  }
}
