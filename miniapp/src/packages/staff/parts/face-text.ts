import { makeText } from '@/text/make'

export const f = makeText(
  { title: '这是一张签到卡', words: '看卡上的姓名和班级，再看来的人。是本人才能记下。', yes: '是本人，记下', no: '不是本人', notOwner: '没有记下：不是本人' },
  { title: 'This is a check-in card', words: 'Read the name and class on it and look at who shows it. It counts for its owner only.', yes: 'It is the owner: note it', no: 'Somebody else', notOwner: 'Not noted: not the owner' },
)
