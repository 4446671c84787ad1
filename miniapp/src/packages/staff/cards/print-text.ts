import { makeText } from '@/text/make'

/** What is said of cards where they can be made: the .h5 files alone import it. */
export const p = makeText(
  {
    intro: '给没有手机、或与家人合用手机的同学。签到时负责人扫卡，看清是本人再确认。码里没有姓名等任何信息；停用或补办后，旧卡立即作废。', make: '制作签到卡', makeHint: '已经有卡的同学不会重做', renewAll: '全部换新卡', renewAsk: '给{who}每人一张新卡？他们手里的旧卡会立即作废，要全部收回重发。', renewYes: '换新卡', wholeBranch: '整个支部', making: '正在制作，已有 {n} 张',
    stopped: '只做好了 {n} 张，还没有完', goOn: '继续制作', made: '{n} 张新卡', held: '{n} 人已经有卡，没有重做', ended: '这些同学之后又换过卡，上次的已作废：{names}', visitsOnly: '其中 {n} 人未满 14 岁，还没有登记监护人同意：卡只能用于青年之家到馆。在成员页登记后，同一张卡即可用于所有活动。', print: '打印', keep: 'A4 纸，每页 10 张，沿虚线剪开。打印坏了可以回到这里再打印一次。',
    again: '再次显示上次做的卡', nobody: '没有要做的卡', nobodyWords: '这里的同学都已经有卡', check: '请负责人核对本人', lost: '捡到请交给团支书', code: '{name} 的签到卡', needBranch: '先选一个支部', className: '班级',
    allClasses: '全部班级', oneMake: '做卡', oneRenew: '补办', oneRenewAsk: '给{name}做一张新卡？旧卡会立即作废。', oneHeld: '{name}已经有卡。丢了或坏了，请补办。',
  },
  {
    intro: 'For members without a phone, or who share one. At an event the manager scans the card, looks at the face and confirms. The code holds no name nor anything else; once it is ended or replaced the old card is void.', make: 'Make cards', makeHint: 'Whoever has a card keeps it', renewAll: 'New cards for everyone', renewAsk: 'A new card for everyone of {who}? The cards they have are void at once and have to be collected.', renewYes: 'Make new cards', wholeBranch: 'the branch', making: 'Making cards, {n} so far',
    stopped: 'Only {n} cards were made; there are more to make', goOn: 'Go on', made: '{n} new cards', held: '{n} have a card already and keep it', ended: 'These members were given another card since; that one is void: {names}', visitsOnly: '{n} of them are under 14 without a guardian’s consent on record: the card is for visits of a Youth Home only. Once it is noted on the member’s page, the same card is good for every event.', print: 'Print', keep: 'A4, ten a sheet, to be cut along the lines. If the printer spoils it, come back here and print again.',
    again: 'Show the last cards again', nobody: 'No cards to make', nobodyWords: 'Everyone here has one', check: 'Manager: check the face', lost: 'Found it? Give it to the branch secretary', code: 'Check-in card of {name}', needBranch: 'Choose a branch first', className: 'Class',
    allClasses: 'All classes', oneMake: 'Make', oneRenew: 'Replace', oneRenewAsk: 'A new card for {name}? The old one is void at once.', oneHeld: '{name} has a card. If it is lost or torn, replace it.',
  },
)
