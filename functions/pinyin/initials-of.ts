import { pinyin } from 'pinyin-pro'

/** Kept where a person's account is, which is written at every check-in. */
const longest = 20
/** Surnames whose own reading the library does not have. */
const ofSurname: Record<string, string> = { 种: 'c', 佴: 'n', 炅: 'g', 藏: 'z', 祭: 'z', 秘: 'b' }

/**
 * By what a name is found with a few keys: the first letter of each character's pinyin, of a Latin word its first letter, lower case without accents. 张三 → `zs`,
 * 欧阳娜娜 → `oynn`, 阿依古丽·买买提 → `ayglmmt`, Anna Smith → `as`. A first character that is a surname reads as one (单 s, 曾 z, 仇 q), but not in a name whose parts
 * a dot joins, which has no surname. '' where nothing of it has a reading.
 */
export const initialsOf = (name: string): string => {
  const hasSurname = !/[·•‧.]/.test(name)
  const words = name.normalize('NFD').replaceAll(/\p{M}/gu, '').match(/\p{Script=Han}+|〇|\p{Script=Latin}+/gu) ?? []
  const letters = words.flatMap((word, at) => {
    if (/\p{Script=Latin}/u.test(word)) return word.slice(0, 1)
    const inFront = at === 0 && hasSurname
    const [first = '', ...others] = pinyin(word, { pattern: 'first', toneType: 'none', type: 'array', surname: inFront ? 'head' : 'off' })
    return [(inFront && ofSurname[word.slice(0, 1)]) || first, ...others]
  })
  return letters.join('').toLowerCase().replaceAll(/[^a-z]/g, '').slice(0, longest)
}
