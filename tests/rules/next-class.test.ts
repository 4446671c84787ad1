import { nextBranchName, nextClass } from '@shared/rules/next-class'

test.each([
  ['七年级1班', '八年级1班'], ['八年级（12）班', '九年级（12）班'], ['九年级1班', 'graduates'], ['初一（3）班', '初二（3）班'], ['初三（1）班', 'graduates'], ['高一1班', '高二1班'], ['高三（2）班', 'graduates'],
  ['职高二（1）班', '职高三（1）班'], ['职高三（1）班', 'graduates'], ['一年级电子班', '二年级电子班'], ['三年级汽修班', 'graduates'], ['2024级3班', '2024级3班'], ['2023级3班', 'graduates'], ['实验班', undefined], ['三班', undefined],
])('%s becomes %s in the summer of 2026', (className, next) => expect(nextClass(className, 2026)).toBe(next))

test.each([['高一（1）班团支部', '高二（1）班团支部'], ['九年级（1）班团支部', '九年级（1）班团支部'], ['2024级护理团支部', '2024级护理团支部'], ['教职工团支部', '教职工团支部']])('a branch %s is called %s', (name, next) => expect(nextBranchName(name, 2026)).toBe(next))
