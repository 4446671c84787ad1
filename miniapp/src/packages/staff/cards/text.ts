import { makeText } from '@/text/make'

export const k = makeText(
  {
    title: '签到卡', onComputer: '手机上不能打印。请在电脑浏览器里打开青程，进入“成员”里的“签到卡”。', one: '{name}的签到卡', oneIntro: '卡丢了，先停用，捡到的人就不能再用；要新卡就补办，旧卡同时作废。', cutOff: '停用', cutOffAsk: '停用{name}的签到卡？停用前扫过的仍然有效。', cutOffDone: '已停用', cutOffNone: '没有在用的卡',
  },
  {
    title: 'Check-in cards', onComputer: 'A phone cannot print. Open Qingcheng in a computer’s browser and go to "Check-in cards" under "Members".', one: 'Check-in card of {name}', oneIntro: 'If it is lost, end it first: whoever finds it cannot use it. For a new one, replace it; the old one is void at once.', cutOff: 'End', cutOffAsk: 'End the card of {name}? What was scanned before still counts.', cutOffDone: 'Ended', cutOffNone: 'There is no card in use',
  },
)
