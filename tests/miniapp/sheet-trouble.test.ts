import { jest } from '@jest/globals'
import type { Trouble } from '@/api/reply'

jest.unstable_mockModule('@tarojs/taro', () => ({ default: { setStorageSync: () => {}, getStorageSync: () => '', removeStorageSync: () => {}, getStorageInfoSync: () => ({ keys: [] }), getSystemInfoSync: () => ({ language: 'zh_CN' }) } }))
const { rosterTrouble } = await import('@/packages/staff/roster/import-roster')
const { importTrouble: recordsTrouble } = await import('@/packages/staff/imports/import-records')
const { importTrouble: questionsTrouble } = await import('@/packages/staff/questions/import-questions')

const trouble = (code: Trouble['code'], detail: Trouble['detail'] = {}, errors: Trouble['errors'] = []): Trouble => ({ code, detail, errors })
const said = (one: Trouble) => [rosterTrouble(one), recordsTrouble(one, 'volunteering'), questionsTrouble(one)]

describe('why a sheet came to nothing', () => {
  it('is the same for a roster, records and questions where it is the file’s fault', () => {
    for (const [one, words] of [[trouble('sheet-unreadable', { why: 'password' }), '表格有密码。请取消密码后另存再试'], [trouble('too-large'), '文件太大，最多 3 MB。可以只留要导入的那张表再试'], [trouble('offline'), '没有网络']] as const) expect(said(one)).toEqual([words, words, words])
  })

  it('names the columns of its own that are missing, in their order, and how many rows there may be', () => {
    expect(said(trouble('sheet-columns-missing', { missing: ['birthDate', 'name', 'answer', 'project', 'stem'] }))).toEqual([
      '没有认出这些列：姓名、出生日期。请在下面选定各列是什么', '没有认出这些列：姓名、项目或活动名称。请在下面选定各列是什么', '没有找到这些列：题干、答案',
    ])
    expect(said(trouble('sheet-unreadable', { why: 'too-many-rows' }))).toEqual(['超过 5000 行。请分成几个文件导入', '超过 5000 行。请分成几个文件导入', '题库最多 2000 道题'])
  })

  it('says what the page is to be told where the file is well', () => {
    expect(rosterTrouble(trouble('invalid-input', {}, [{ path: 'org', code: 'not-a-branch', message: '' }]))).toBe('先选一个支部')
    expect(recordsTrouble(trouble('invalid-input', {}, [{ path: 'platformName', code: 'required', message: '' }]), 'volunteering')).toBe('写明是哪个平台')
    expect(said(trouble('sheet-unreadable', { why: 'of-tomorrow' }))).toEqual(Array(3).fill(questionsTrouble(trouble('sheet-unreadable'))))
  })
})
