import { makeText } from '@/text/make'

export const l = makeText(
  {
    title: '绑定码小条', intro: '给还没有绑定微信的同学每人一张小条，剪开发给本人。码 7 天有效，只能用一次；重新生成后，之前发的码全部失效。', className: '班级', allClasses: '全部班级', needBranch: '先选一个支部', unbound: '还没有绑定：{n} 人', make: '生成小条', makeAgain: '重新生成', makeAsk: '为还没有绑定的同学生成新的绑定码？之前发给他们的码会立即失效。', makeYes: '生成',
    making: '正在生成，已有 {n} 张', goOn: '继续生成', stopped: '只生成了 {n} 张，还没有完', made: '{n} 张小条，{bound} 人已经绑定', nobody: '这里的同学都已绑定微信', nobodyWords: '不用再发绑定码', keep: '离开这一页后不能再查看这些码，请先打印或复制。', print: '打印', copy: '复制全部', share: '发送文件', copied: '已复制', file: '绑定码.txt',
    elsewhere: '这些同学兼任团干部，要由上级发码：{names}', guardian: '未满 14 岁，监护人签字登记后才能绑定', until: '{time} 前有效', forOne: '只给本人，不要转发', howScan: '微信扫码，或在“青程”登录后输入：', qr: '{name} 的绑定链接', line: '{name}　{code}', lineClass: '{name}（{className}）　{code}', guardianCount: '其中 {n} 人未满 14 岁，还没有登记监护人同意，暂时不能绑定；可在成员页登记。',
  },
  {
    title: 'Binding slips', intro: 'One slip for each member who is not bound to WeChat yet: cut them apart and hand them out. A code is good for 7 days, once; making them anew ends all earlier ones.', className: 'Class', allClasses: 'All classes', needBranch: 'Choose a branch first', unbound: 'Not bound yet: {n}', make: 'Make slips', makeAgain: 'Make them anew', makeAsk: 'Make new binding codes for everyone who is not bound? Codes they were given before end at once.', makeYes: 'Make them',
    making: 'Making slips, {n} so far', goOn: 'Go on', stopped: 'Only {n} slips were made; there are more to make', made: '{n} slips; {bound} members are bound', nobody: 'Everyone here is bound to WeChat', nobodyWords: 'No codes are needed', keep: 'Once you leave this page the codes cannot be seen again: print or copy them first.', print: 'Print', copy: 'Copy all', share: 'Send as a file', copied: 'Copied', file: 'binding-codes.txt',
    elsewhere: 'These members hold a staff role; their codes come from above: {names}', guardian: 'Under 14: a guardian’s signed consent is noted first', until: 'Good until {time}', forOne: 'For this person only', howScan: 'Scan with WeChat, or sign in to Qingcheng and type:', qr: 'Binding link of {name}', line: '{name}  {code}', lineClass: '{name} ({className})  {code}', guardianCount: '{n} of them are under 14 without a guardian’s consent on record and cannot bind yet; note it on the member’s page.',
  },
)
