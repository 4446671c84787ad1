import { makeText } from '@/text/make'

export const n = makeText(
  { offer: '有结果时，用微信告诉我', offerWords: '每同意一次，微信通知一次；不同意也能在“消息”里看到。', allow: '同意微信通知', allowed: '好的，有结果时微信会通知你', refused: '没有开启。以后可以再点', waits: '已开启：下一次有结果时微信会通知你' },
  { offer: 'Tell me by WeChat when there is news', offerWords: 'One notice for each time you agree. Without it you find the news under “Messages”.', allow: 'Allow WeChat notices', allowed: 'WeChat will tell you when there is news', refused: 'Not turned on. You can do it later', waits: 'On: WeChat tells you the next time there is news' },
)
