/** The words of the page that checks a document, Chinese first. */
const zh = {
  lang: 'zh-CN', other: 'English', title: '证明核验', product: '青程 · 共青团成长档案', intro: '输入证明上的编码，核对它是否由青程出具、现在是否仍然有效。', label: '证明编码', hint: '16 位字母和数字，不分大小写，横线可以不填', check: '核验', again: '核验另一份',
  valid: '有效', validWords: '这份证明由青程出具，目前有效。', changed: '部分记录已变更', changedWords: '出具之后，其中有内容被撤销、更正或重新提交，可能已不准确。请让对方重新出具。', withdrawn: '已撤回', withdrawnWords: '这份证明已于 {time} 撤回，不能再使用。',
  unknown: '没有找到这个编码', unknownWords: '请对照证明重新输入。编码里没有 0、1、I 和 O。仍然找不到的，这份证明不是由青程出具的。', missing: '请填写证明编码', busy: '暂时不能核验', busyWords: '请稍后再试一次。',
  kind: '证明', transcript: '志愿服务证明', 'progress-report': '入团条件进度报告', 'application-letter': '入团申请书', 'admission-form': '入团志愿书', 'branch-minutes': '支部大会记录', 'public-notice': '发展对象公示', 'e-file': '电子团员档案', name: '姓名', org: '所在组织', issued: '出具时间', total: '累计时长', hours: '{h} 小时 {m} 分钟', entries: '次数', entriesN: '{n} 次', span: '起止日期', spanWords: '{from} 至 {until}', rules: '规则版本', version: '第 {n} 版', pages: '页数', pagesN: '{n} 页', print: '文件指纹',
  note: '请逐项对照手中的证明；姓名隐去中间的字。文件指纹是 PDF 文件 SHA-256 值的前 16 位，收到电子文件的可以用它确认文件没有被改动。',
}
const en: typeof zh = {
  lang: 'en', other: '中文', title: 'Check a document', product: 'Qingcheng', intro: 'Type the code on the document to see whether Qingcheng issued it and whether it still stands.', label: 'Code', hint: '16 letters and digits; case and dashes do not matter', check: 'Check', again: 'Check another',
  valid: 'Valid', validWords: 'Qingcheng issued this document, and it stands.', changed: 'Some entries changed', changedWords: 'Something in it was revoked, corrected or submitted anew after it was issued; it may no longer hold. Ask for a new one.', withdrawn: 'Withdrawn', withdrawnWords: 'This document was withdrawn on {time} and must not be used.',
  unknown: 'No document has this code', unknownWords: 'Compare it with the document and type it again. Codes have no 0, 1, I or O. If it is still not found, Qingcheng did not issue the document.', missing: 'Type the code of the document', busy: 'This cannot be checked now', busyWords: 'Try again in a moment.',
  kind: 'Document', transcript: 'Volunteer transcript', 'progress-report': 'Progress report', 'application-letter': 'Application letter', 'admission-form': 'Admission form', 'branch-minutes': 'Minutes of the branch’s meeting', 'public-notice': 'Public notice', 'e-file': 'Member’s e-file', name: 'Name', org: 'Organisation', issued: 'Issued', total: 'Total', hours: '{h} h {m} min', entries: 'Entries', entriesN: '{n}', span: 'From and to', spanWords: '{from} to {until}', rules: 'Rules', version: 'version {n}', pages: 'Pages', pagesN: '{n}', print: 'Fingerprint',
  note: 'Compare each line with the document; the middle of the name is hidden. The fingerprint is the first 16 digits of the PDF’s SHA-256: with the file at hand it shows that nothing was altered.',
}
export type VerifyWords = typeof zh
export const wordsFor = (language: string | undefined): VerifyWords => (language === 'en' ? en : zh)
export const fill = (words: string, values: Record<string, string | number>): string => words.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))
