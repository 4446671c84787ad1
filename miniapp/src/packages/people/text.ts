import { makeText } from '@/text/make'

export const p = makeText(
  {
    title: '这个微信上的人', current: '当前', switch: '切换', add: '再绑定一个人', addHint: '兄弟姐妹共用一个微信时，每人用自己的绑定码，各看各的。最多 5 人。', full: '已经绑定了 5 人，不能再加', notBound: '还没有绑定微信', notBoundWords: '用微信登录并绑定后，这里可以添加兄弟姐妹，也可以在电脑上登录',
    bindTitle: '再绑定一个人', bindWords: '输入另一个人的绑定码。绑定后可以在“我的”里切换，两个人的记录互不相通。',
    elsewhere: '在电脑上登录', elsewhereWords: '在电脑网页上用微信登录，如果要求输入绑定码，就填这里的登录码。以后直接登录，不再需要。', make: '取得登录码', again: '换一个登录码', until: '{time} 前有效，只能用一次。不要发给别人：谁有它，谁就能看到这里的所有资料。', joined: '已有 {n} 个其他登录方式。请团支书解除绑定后，它们全部失效。', codeLabel: '登录码',
  },
  {
    title: 'People of this WeChat', current: 'current', switch: 'Switch', add: 'Bind another person', addHint: 'Siblings may share one WeChat: each with a binding code of their own, each seeing their own. Five at most.', full: 'Five are bound; there is no room for more', notBound: 'Not bound to WeChat yet', notBoundWords: 'Once you have signed in with WeChat and bound yourself, you can add siblings here and sign in on a computer',
    bindTitle: 'Bind another person', bindWords: 'Enter the other person’s binding code. You can then switch in "Me"; their records stay apart.',
    elsewhere: 'Sign in on a computer', elsewhereWords: 'Sign in with WeChat on the web; where it asks for a binding code, enter the code from here. After that you need none.', make: 'Get a sign-in code', again: 'Get another code', until: 'Good until {time}, once. Give it to nobody: whoever has it sees everything here.', joined: '{n} other ways to sign in. They all end when your branch secretary unbinds you.', codeLabel: 'Sign-in code',
  },
)
