import { makeText } from '@/text/make'

/** The words of the board of applications. */
export const bo = makeText(
  { mine: '等我办', late: '逾期', escalated: '下级等了 {n} 天以上', all: '全部', filterMine: '等我办 {n}', filterLate: '逾期 {n}', filterEscalated: '等了 {days} 天以上 {n}', byState: '环节', everyState: '所有环节', stateN: '{state} {n}', waitsFor: '等{who}：{what}', forDays: '已等 {n} 天', canFrom: '{date} 起可以办', isDue: '{date} 前办', wasDue: '应在 {date} 前', nobody: '这里没有申请', nobodyMine: '没有等你办的申请', nobodyLate: '没有逾期的申请', below: '下级情况', belowLate: '逾期 {n}', belowWaits: '等了 {days} 天以上 {n}', groupN: '{state}（{n}）', board: '入团申请' },
  { mine: 'mine', late: 'late', escalated: 'Below, over {n} days', all: 'All', filterMine: 'Mine {n}', filterLate: 'Late {n}', filterEscalated: 'Over {days} days {n}', byState: 'State', everyState: 'Every state', stateN: '{state} {n}', waitsFor: 'waits for {who}: {what}', forDays: 'for {n} days', canFrom: 'from {date}', isDue: 'due {date}', wasDue: 'was due {date}', nobody: 'No applications here', nobodyMine: 'Nothing waits for you', nobodyLate: 'Nothing is late', below: 'Below', belowLate: '{n} late', belowWaits: '{n} over {days} days', groupN: '{state} ({n})', board: 'Applications' },
)
