import { makeText } from '@/text/make'

/** The words of an application's papers and files. */
export const pp = makeText(
  {
    papers: '材料', papersWords: '每份都是可以直接打印的 A4 文件，带编码和二维码，任何人都能核验。', 'paper-application-letter': '入团申请书', 'paper-admission-form': '入团志愿书', 'paper-branch-minutes': '支部大会记录', 'paper-public-notice': '发展对象公示', 'paper-e-file': '电子团员档案',
    make: '生成', making: '正在生成', makeNamed: '生成{paper}', notYet: '还没到这一步', notOpened: '已经生成，但没有打开。请到“已生成的材料”里打开', made: '已生成的材料', printMinutes: '打印会议记录', printBlank: '打印空白会议记录', eFileHint: '包含全部材料、过程记录和签名，归档时使用',
    developmentSheet: '发展团员花名册', developmentSheetWords: '每一位申请人和团员：各步的日期、发展编号、培养联系人和介绍人。性别一栏留空，请自己填写。', noticesSheet: '公示名单', noticesSheetWords: '正在公示的发展对象，不满 18 岁的隐去中间字，可以直接张贴。',
    makeEFile: '生成电子档案', makingEFile: '正在生成电子档案', eFileMade: '电子档案已生成',
    attach: '上传扫描件', attachHint: '盖好章的入团志愿书扫描成一个 PDF，不超过 20 MB', choosePdf: '选择 PDF', chooseOther: '换一个文件', sending: '正在上传 {n}%', checking: '已上传，正在检查', ready: '可以使用了', readyLine: '{name} · {n} 页 · {size}', slow: '还在检查，请稍后再看', lookAgain: '再看一次', failed: '没有传上去，请检查网络', tryAgain: '再传一次',
    'refused-too-large': '文件太大，最多 {n} MB', 'refused-not-a-pdf': '这不是 PDF 文件', 'refused-locked': '这个 PDF 加了密码，请去掉密码再传', 'refused-corrupt': '这个 PDF 打不开，可能没有扫描完整', 'refused-too-many-pages': '页数太多，请只上传入团志愿书', 'refused-empty': '这是一个空文件', refusedOther: '这个文件不能使用',
  },
  {
    papers: 'Papers', papersWords: 'Each is an A4 file ready to print, with a code that anyone can check.', 'paper-application-letter': 'Application letter', 'paper-admission-form': 'Admission form', 'paper-branch-minutes': 'Minutes of the branch’s meeting', 'paper-public-notice': 'Public notice', 'paper-e-file': 'Member’s e-file',
    make: 'Make', making: 'Making', makeNamed: 'Make: {paper}', notYet: 'Not at this stage yet', notOpened: 'It was made but did not open. Find it among the papers made', made: 'Papers made', printMinutes: 'Print the minutes', printBlank: 'Print a sheet for the minutes', eFileHint: 'All papers, the trail and its signature: for the archive',
    developmentSheet: 'Development roster', developmentSheetWords: 'Everyone on the way or through it: the date of each stage, number, mentors and introducers. Sex is left blank to be filled in.', noticesSheet: 'Notice list', noticesSheetWords: 'Candidates whose notice runs; names of those under 18 are masked. Ready to post.',
    makeEFile: 'Make the e-file', makingEFile: 'Making the e-file', eFileMade: 'The e-file is made',
    attach: 'Upload the scan', attachHint: 'The stamped form, scanned into one PDF of at most 20 MB', choosePdf: 'Choose a PDF', chooseOther: 'Choose another', sending: 'Uploading {n}%', checking: 'Uploaded; being checked', ready: 'Ready', readyLine: '{name} · pages: {n} · {size}', slow: 'Still being checked', lookAgain: 'Look again', failed: 'It did not arrive. Check the network', tryAgain: 'Try again',
    'refused-too-large': 'Too large: {n} MB at most', 'refused-not-a-pdf': 'This is not a PDF', 'refused-locked': 'This PDF has a password: take it off first', 'refused-corrupt': 'This PDF cannot be read; the scan may be cut off', 'refused-too-many-pages': 'Too many pages: upload the form alone', 'refused-empty': 'This file is empty', refusedOther: 'This file cannot be used',
  },
)
export type PaperKey = Parameters<typeof pp>[0]
