import { makeText } from '@/text/make'

/** Words of the online exam; they lie in its subpackage. */
const zh = {
  title: '团课在线考试', rules: '考试规则', ruleDraw: '从题库随机抽 {n} 道题，限时 {minutes} 分钟', rulePass: '满分 100 分，{pass} 分及格', ruleAttempts: '最多考 {n} 次，没有及格的话，考完至少隔 {days} 天再考', ruleLessons: '上满 {n} 课时团课才能考', ruleClock: '时间由服务器计算，退出也照走；到时间自动交卷', ruleDevice: '可以退出再回来，也可以换一部手机接着答', ruleScore: '交卷后看到分数和答对几题，不公布答案',
  passedTitle: '已经通过', passedWords: '最好成绩 {best} 分，不用再考', startN: '开始第 {n} 次考试', left: '还能考 {n} 次', resume: '继续答题', resumeWords: '第 {n} 次考试还没交卷，{time} 截止', startAsk: '开始考试？', startAskWords: '开始后就计时，{minutes} 分钟内交卷，不能暂停。请先找一个网络好、安静的地方。', startYes: '开始', starting: '正在抽题',
  lessonsMissing: '团课还差 {n} 课时', lessonsWords: '已上 {lessons} 课时，上满 {needed} 课时就能考', seeLessons: '看团课记录', tooSoon: '{date} 起可以再考', tooSoonWords: '这段时间再复习一下团课内容', spent: '考试次数用完了', spentWords: '请找团支部书记安排线下补考', notOffered: '还没有开放在线考试', notOfferedWords: '题库准备好以后就能考；也可以参加线下考试', attempts: '考试记录', attemptN: '第 {n} 次', attemptOpen: '正在答题', points: '{n} 分', rightOf: '答对 {right} / {of} 题', byDeadline: '到时间自动交卷',
  questionOf: '第 {n} / {of} 题', 'kind-single': '单选题', 'kind-multiple': '多选题', 'kind-true-false': '判断题', chooseOne: '选一个', chooseAll: '选出所有正确的', remaining: '还剩 {time}', minutesLeft: '还剩 {n} 分钟', previous: '上一题', next: '下一题', sheet: '答题卡', answered: '已答 {n} / {of}', sheetItem: '第 {n} 题，{state}', stateDone: '已答', stateOpen: '未答', submit: '交卷', submitAsk: '现在交卷？', submitOpen: '还有 {n} 题没有答。', submitAll: '题目都答完了。', submitWords: '交卷后不能再改。', submitYes: '交卷', goOn: '再看看',
  saved: '答案已保存', saving: '正在保存', keptHere: '没有网络，{n} 题的答案先存在手机里，联网后自动上传', timeUp: '时间到了', timeUpOffline: '时间到了。联网后就能看到成绩',
  result: '考试成绩', resultPassed: '恭喜，通过了', resultFailed: '这次没有及格', resultFailedWords: '{pass} 分及格。复习一下，再来一次', done: '回到考试首页',
} as const

const en: Record<keyof typeof zh, string> = {
  title: 'League class exam', rules: 'Rules', ruleDraw: '{n} questions drawn from the bank, {minutes} minutes', rulePass: '100 points in all, {pass} to pass', ruleAttempts: 'At most {n} attempts, at least {days} day(s) after the last one', ruleLessons: 'After {n} lessons of the League class', ruleClock: 'The server keeps the time; it runs on when you leave, and hands in for you at the end', ruleDevice: 'Leave and come back, or go on from another phone', ruleScore: 'You see your score and how many were right, not the answers',
  passedTitle: 'Passed', passedWords: 'Best score {best}. Nothing left to do', startN: 'Begin attempt {n}', left: '{n} attempts left', resume: 'Go on', resumeWords: 'Attempt {n} is open until {time}', startAsk: 'Begin the exam?', startAskWords: 'The time starts now: {minutes} minutes, without a pause. Find a quiet place with a good connection first.', startYes: 'Begin', starting: 'Drawing questions',
  lessonsMissing: '{n} more lessons first', lessonsWords: '{lessons} attended; {needed} are needed', seeLessons: 'See my lessons', tooSoon: 'Again from {date}', tooSoonWords: 'A good time to look at the lessons again', spent: 'No attempts are left', spentWords: 'Ask your branch secretary about a paper exam', notOffered: 'No online exam yet', notOfferedWords: 'It opens once the question bank is ready; a paper exam counts as well', attempts: 'Attempts', attemptN: 'Attempt {n}', attemptOpen: 'Under way', points: '{n} points', rightOf: '{right} of {of} right', byDeadline: 'Handed in when time ran out',
  questionOf: 'Question {n} of {of}', 'kind-single': 'One answer', 'kind-multiple': 'Several answers', 'kind-true-false': 'True or false', chooseOne: 'Choose one', chooseAll: 'Choose all that are right', remaining: '{time} left', minutesLeft: '{n} minutes left', previous: 'Back', next: 'Next', sheet: 'Overview', answered: '{n} of {of} answered', sheetItem: 'Question {n}, {state}', stateDone: 'answered', stateOpen: 'open', submit: 'Hand in', submitAsk: 'Hand in now?', submitOpen: '{n} questions are not answered. ', submitAll: 'Every question is answered. ', submitWords: 'Nothing can be changed afterwards.', submitYes: 'Hand in', goOn: 'Look again',
  saved: 'Answers saved', saving: 'Saving', keptHere: 'Offline: {n} answers are kept on this phone and go by themselves once online', timeUp: 'Time is up', timeUpOffline: 'Time is up. The result shows once you are online',
  result: 'Result', resultPassed: 'Passed, well done', resultFailed: 'Not passed this time', resultFailedWords: '{pass} points are needed. Look at the lessons and try again', done: 'Back to the exam',
}

export const e = makeText(zh, en)
export type ExamKey = keyof typeof zh
