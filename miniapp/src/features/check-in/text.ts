import { makeText } from '@/text/make'

/** Words of a member's own check-in, where they show beside an event. */
export const k = makeText(
  {
    scan_entry: '扫场馆码签到', scan_exit: '扫场馆码签退', mine: '我的签到', inAt: '{time} 签到', outAt: '{time} 签退', noExit: '没有签退', looked: '等负责人确认', toSend: '{n} 条待上传', counted: '计 {n}', later: '签退后按时长计入', minimum: '没有签退，暂按 {n} 计', nothingYet: '没有签退，暂不计时长', ask: '补报离开时间', see: '签到记录',
  },
  {
    scan_entry: 'Scan the venue’s code: in', scan_exit: 'Scan the venue’s code: out', mine: 'My check-in', inAt: 'In at {time}', outAt: 'out at {time}', noExit: 'no exit', looked: 'waits for the manager', toSend: '{n} to upload', counted: 'counts {n}', later: 'Counts once you check out', minimum: 'No exit: counts {n} for now', nothingYet: 'No exit: no time counts yet', ask: 'Say when you left', see: 'My scans',
  },
)
