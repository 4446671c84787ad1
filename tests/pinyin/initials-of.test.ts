import { initialsOf } from '../../functions/pinyin/initials-of'

test.each([
  ['张三', 'zs'], ['王〇', 'wl'], ['吕布', 'lb'], ['欧阳娜娜', 'oynn'], ['诸葛亮', 'zgl'], ['司马相如', 'smxr'],
  // Surnames that read otherwise than the word does.
  ['曾志伟', 'zzw'], ['单雄信', 'sxx'], ['解晓东', 'xxd'], ['查良镛', 'zly'], ['仇英', 'qy'], ['朴树', 'ps'], ['尉迟恭', 'ycg'], ['盖聂', 'gn'], ['区丁平', 'odp'], ['任盈盈', 'ryy'],
  ['翟天临', 'ztl'], ['冼星海', 'xxh'], ['万俟卨', 'mqx'], ['澹台灭明', 'ttmm'], ['长孙无忌', 'zswj'], ['逄先知', 'pxz'], ['种师道', 'csd'], ['祭遵', 'zz'], ['佴颖', 'ny'], ['员半千', 'ybq'], ['折可适', 'sks'], ['宓妃', 'mf'],
  // A surname's reading is its own only in front.
  ['王单', 'wd'], ['李查', 'lc'],
  // Names whose parts a dot joins, whichever dot was typed.
  ['阿依古丽·买买提', 'ayglmmt'], ['买买提•吐尔逊', 'mmttex'], ['扎西‧卓玛', 'zxzm'], ['艾力.玉素甫', 'alysf'], ['单增·扎西', 'dzzx'],
  ['Anna Smith', 'as'], ["Seán O'Brien", 'sob'], ['José·李', 'jl'], ['李 Anna', 'la'], ['李(大)', 'ld'], ['Ñandú', 'n'],
  // What has no reading is left out, not put in as it is.
  ['𠮷田', 't'], ['Иван', ''], ['', ''],
])('%s → %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('at most 20 letters, however long the name', () => {
  expect(initialsOf('阿'.repeat(40))).toBe('a'.repeat(20))
})
