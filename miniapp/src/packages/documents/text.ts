import { makeText } from '@/text/make'

/** The words of documents; they lie in the subpackage. */
export const d = makeText(
  {
    title: '证明和报告', titleOf: '{name}的证明和报告', transcript: '志愿服务证明', transcriptWords: '列出每一次计入的志愿服务和总时长，升学、评优时可以提交。',
    'progress-report': '入团条件进度报告', 'progress-reportWords': '各项条件完成了多少、还差什么，以出具的这一刻为准。', 'application-letter': '入团申请书', 'application-letterWords': '自己提交的申请书，可以打印。', 'admission-form': '入团志愿书', 'admission-formWords': '自己填写的志愿书，打印后签名、盖章。', 'branch-minutes': '支部大会记录', 'public-notice': '发展对象公示', 'e-file': '电子团员档案', issue: '出具', issuing: '正在出具', issueNamed: '出具{kind}', done: '已出具，可以打开了',
    issued: '已出具的', none: '还没有出具过', noneWords: '出具后保存在这里，随时可以再打开', at: '{time} 出具 · {n} 页', service: '累计 {total} · {n} 次', open: '打开', openNamed: '打开 {time} 的{kind}', notOpened: '没有打开，请检查网络后再试',
    withdraw: '撤回', withdrawNamed: '撤回 {time} 的{kind}', withdrawTitle: '撤回这份证明', withdrawAsk: '撤回后，别人扫码核验时会看到“已撤回”。撤回不能恢复。', withdrawn: '已撤回', withdrawnToast: '已撤回',
    changed: '部分记录已变更', changedWords: '出具之后有内容被撤销、更正或重新提交，请重新出具一份再使用。', how: '每份都有编码和二维码，任何人都可以扫码核验。核验页面只显示隐去中间字的姓名、所在支部、总时长和日期。',
  },
  {
    title: 'Documents', titleOf: 'Documents of {name}', transcript: 'Volunteer transcript', transcriptWords: 'Every counted service and the total, for schools and awards.',
    'progress-report': 'Progress report', 'progress-reportWords': 'How far each requirement is and what is missing, as of this moment.', 'application-letter': 'Application letter', 'application-letterWords': 'Your own letter, to print.', 'admission-form': 'Admission form', 'admission-formWords': 'The form as you filled it in, to be signed and stamped.', 'branch-minutes': 'Minutes of the branch’s meeting', 'public-notice': 'Public notice', 'e-file': 'Member’s e-file', issue: 'Issue', issuing: 'Issuing', issueNamed: 'Issue: {kind}', done: 'Issued; you can open it now',
    issued: 'Issued', none: 'None yet', noneWords: 'What you issue is kept here to be opened again', at: 'Issued {time} · pages: {n}', service: 'Total {total} · entries: {n}', open: 'Open', openNamed: 'Open: {kind}, {time}', notOpened: 'It did not open. Check the network and try again',
    withdraw: 'Withdraw', withdrawNamed: 'Withdraw: {kind}, {time}', withdrawTitle: 'Withdraw this document', withdrawAsk: 'Whoever checks its code will see that it was withdrawn. This cannot be undone.', withdrawn: 'Withdrawn', withdrawnToast: 'Withdrawn',
    changed: 'Some entries changed', changedWords: 'Something in it was revoked, corrected or submitted anew. Issue a new one before you use it.', how: 'Each has a code and a QR code that anyone can check. The page shows only a masked name, the branch, totals and dates.',
  },
)
