import { makeText } from '@/text/make'

export const q = makeText(
  {
    title: '我联系、介绍的人', empty: '现在没有要你联系或介绍的人', emptyWords: '支部确定你当培养联系人，或者有同学请你当入团介绍人，这里就会出现。', as_mentor: '你是培养联系人', as_introducer: '你是入团介绍人', stateNow: '现在：{state}',
    talks: '已谈话 {n} 次', yourTalks: '你谈过：{dates}', talk: '记录一次谈话', talkDate: '谈话日期', talkNotes: '谈话内容', talkHint: '谈了什么，对方有哪些进步和不足', sendTalk: '保存谈话记录', talkSent: '谈话已记录',
    opinion: '介绍意见', opinionDate: '写意见的日期', opinionHint: '你对这位同学的了解，是否同意入团', write: '写介绍意见', sendOpinion: '提交介绍意见', opinionSent: '介绍意见已提交', opinionAsk: '提交后不能修改，会放进入团志愿书。确定提交吗？', spoken: '你已写过意见', notToday: '{date} 起可以写意见（要在志愿书之后的日子）', others: '等其他介绍人和支部大会',
    needWords: '请写一写', needDate: '请选日期', tooEarly: '日期不能早于 {date}', inFuture: '日期还没有到', notAsked: '这位同学已经不需要你写意见了',
  },
  {
    title: 'People I help', empty: 'Nobody asks for you now', emptyWords: 'When your branch names you a mentor, or somebody chooses you as an introducer, they appear here.', as_mentor: 'You are their mentor', as_introducer: 'You introduce them', stateNow: 'Now: {state}',
    talks: '{n} talks so far', yourTalks: 'Yours: {dates}', talk: 'Record a talk', talkDate: 'Day of the talk', talkNotes: 'What was said', talkHint: 'What you talked about; where they do well and where not yet', sendTalk: 'Save the talk', talkSent: 'Talk recorded',
    opinion: 'Your opinion', opinionDate: 'Day of the opinion', opinionHint: 'What you know of them, and whether you are for their admission', write: 'Give your opinion', sendOpinion: 'Send the opinion', opinionSent: 'Opinion sent', opinionAsk: 'It cannot be changed and becomes part of the admission form. Send?', spoken: 'You have given your opinion', notToday: 'From {date} on (a later day than the form)', others: 'Waiting for the other introducer and the meeting',
    needWords: 'Write something', needDate: 'Choose the day', tooEarly: 'Not before {date}', inFuture: 'That day has not come yet', notAsked: 'Your opinion is not needed any more',
  },
)
