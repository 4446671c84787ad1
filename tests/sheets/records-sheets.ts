import iconv from 'iconv-lite'
import { workbook } from './build'

/**
 * Sheets of other platforms as they really come, into a branch of two classes: 张三 20230001 and 李四 20230002 of 高一（1）班, two 王芳 of 高一（1）班 and 高一（2）班 and
 * 陈晨 of 高一（2）班 without numbers. 张三 has an approved record on 2026-05-02, 9:00 to 11:00. It is 10 o'clock on 15 June 2026.
 * Each with what becomes of its rows: row, fate, name, what counts (local day, times, minutes), problems, what shares its time.
 */
export interface RecordsFixture {
  what: string
  kind?: 'volunteering' | 'youth-study'
  bytes: () => Promise<Buffer> | Buffer
  fileName?: string
  mapping?: Record<string, string>
  rows: string[]
  columns?: Record<string, string>
  /** Never to be found in an answer or in the table. */
  secret?: string
}

const csv = (...lines: string[]) => () => Buffer.from(lines.join('\n'))
const moment = (text: string) => new Date(`${text}Z`)
const identity = '510821201105041234'

export const recordsFixtures: RecordsFixture[] = [
  {
    what: 'merged titles, a header of two rows with merged groups, a name merged over its rows, totals and remarks at the foot',
    bytes: () => workbook((sheet) => {
      sheet.addRows([
        ['志愿四川服务时长导出表'], ['导出时间：2026-06-01  共 3 条'], ['序号', '志愿者姓名', '服务信息', '', '', '', '证书编号'], ['', '', '项目名称', '开始时间', '结束时间', '服务时长（小时）', ''],
        [1, '张三', '河道清理', '2026-03-07 09:00', '2026-03-07 11:30', 2.5, 'ZS-0001'], [2, '', '敬老院', '2026-03-08 14:00', '2026-03-08 16:00', '1.5', 'ZS-0002'], [3, '陈晨', '河道清理', '2026-03-07 09:00', '2026-03-07 11:30', 2.5, ''],
        ['合计', '', '', '', '', 6.5], ['制表人：何老师'],
      ])
      for (const range of ['A1:G1', 'A2:G2', 'A3:A4', 'B3:B4', 'C3:F3', 'G3:G4', 'B5:B6']) sheet.mergeCells(range)
    }),
    rows: ['5 new 张三 03-07 09:00–11:30 150', '6 new 张三 03-08 14:00–16:00 90', '7 new 陈晨 03-07 09:00–11:30 150'],
  },
  {
    what: 'moments of every kind: 12-hour words, full-width digits, date cells, serial numbers, weekdays, and days without a year',
    bytes: () => workbook((sheet) => {
      sheet.addRow(['姓名', '活动名称', '开始时间', '时长'])
      const starts = ['2026/3/7 上午9:00', '2026年3月8日 下午2:05', '２０２６－０３－０９　１９：３０', '2026-03-10T08:00:00', moment('2026-03-11T09:10'), 46093.375, '2026.3.13 9时30分', '2026年3月14日（周六） 9:00', '20260315 9:00', '2026/3/16 12:10 PM', '2026/3/17 凌晨12:30', '3月7日 9:00', '2026年3月 9:00', '2026-02-30 9:00', '2026-03-07 25:00', '某天', '', '2026-06-15 09:30', '2009-03-07 9:00']
      for (const start of starts) sheet.addRow(['张三', `第${sheet.rowCount}次`, start, 1])
    }),
    rows: [
      '2 new 张三 03-07 09:00–10:00 60', '3 new 张三 03-08 14:05–15:05 60', '4 new 张三 03-09 19:30–20:30 60', '5 new 张三 03-10 08:00–09:00 60', '6 new 张三 03-11 09:10–10:10 60', '7 new 张三 03-12 09:00–10:00 60',
      '8 new 张三 03-13 09:30–10:30 60', '9 new 张三 03-14 09:00–10:00 60', '10 new 张三 03-15 09:00–10:00 60', '11 new 张三 03-16 12:10–13:10 60', '12 new 张三 03-17 00:30–01:30 60',
      '13 refused 张三 - start:date-without-year=3月7日 9:00', '14 refused 张三 - start:date-without-day=2026年3月 9:00', '15 refused 张三 - start:not-a-date=2026-02-30 9:00', '16 refused 张三 - start:not-a-time=2026-03-07 25:00',
      '17 refused 张三 - start:not-a-date=某天', '18 refused 张三 - start:required', '19 refused 张三 - end:in-future', '20 refused 张三 - start:too-old=2009-03-07 9:00',
    ],
  },
  {
    what: 'a day and hours of every kind, without times',
    bytes: () => workbook((sheet) => {
      sheet.addRow(['姓名', '项目', '服务日期', '服务时长'])
      const hours = ['2小时30分', '2.5', '150分钟', '1个半小时', '半小时', '2h30m', '2:30', moment('1899-12-30T02:30:00'), '２．５小时', 2.5, '150', '两个小时', '0', '']
      for (const [i, one] of hours.entries()) sheet.addRow(['李四', '站岗', `2026-04-${String(i + 1).padStart(2, '0')}`, one])
    }),
    rows: [
      '2 new 李四 04-01 08:00–10:30 150', '3 new 李四 04-02 08:00–10:30 150', '4 new 李四 04-03 08:00–10:30 150', '5 new 李四 04-04 08:00–09:30 90', '6 new 李四 04-05 08:00–08:30 30', '7 new 李四 04-06 08:00–10:30 150',
      '8 new 李四 04-07 08:00–10:30 150', '9 new 李四 04-08 08:00–10:30 150', '10 new 李四 04-09 08:00–10:30 150', '11 new 李四 04-10 08:00–10:30 150',
      '12 refused 李四 - hours:hours-unit=150', '13 refused 李四 - hours:not-hours=两个小时', '14 refused 李四 - hours:not-hours=0', '15 refused 李四 - hours:required',
    ],
  },
  {
    what: 'minutes by the header, several projects of one day, days at midnight, more than a day holds',
    bytes: csv('姓名,服务项目,日期,服务时长（分钟）', '陈晨,甲,2026-04-01 00:00:00,90', '陈晨,乙,2026-04-01 00:00:00,120', '陈晨,丙,2026-04-02,1200', '陈晨,丁,2026-04-02,400', '陈晨,戊,2026-04-03,1500', '张三,甲,2026-05-02,120'),
    rows: ['2 new 陈晨 04-01 08:00–09:30 90', '3 new 陈晨 04-01 09:30–11:30 120', '4 new 陈晨 04-02 00:00–20:00 1200 | 丁', '5 cut 陈晨 04-02 20:00–00:00 240 | 丙', '6 refused 陈晨 - hours:longer-than-a-day=1500', '7 cut 张三 05-02 08:00–09:00 60 | 敬老院'],
  },
  {
    what: 'from and to in one cell, times beside a day, hours that do not fit',
    bytes: csv('姓名,活动,服务日期,服务时间,结束时间,时长', '张三,甲,,2026-03-07 09:00-11:00,,', '张三,乙,,2026年3月8日9:00至2026年3月8日12:00,,2', '张三,丙,2026-03-09,下午2:00~下午4:30,,', '张三,丁,2026/3/10,9:00,10:30,', '张三,戊,,2026-03-11 10:00,2026-03-11 09:00,', '张三,己,,2026-03-12 09:00,2026-03-12 10:00,2小时', '张三,庚,,2026-03-13 09:00,2026-03-20 09:00,', '张三,辛,,9:00,10:00,'),
    rows: ['2 new 张三 03-07 09:00–11:00 120', '3 new 张三 03-08 09:00–12:00 120', '4 new 张三 03-09 14:00–16:30 150', '5 new 张三 03-10 09:00–10:30 90', '6 refused 张三 - end:end-before-start=2026-03-11 09:00', '7 refused 张三 - hours:more-than-duration=2小时', '8 refused 张三 - end:longer-than-a-day=2026-03-20 09:00', '9 refused 张三 - start:not-a-date=9:00'],
  },
  {
    what: 'CSV in GBK, with phones and identity numbers beside, the numbers full-width',
    bytes: () => iconv.encode(`志愿者姓名,身份证号,手机号,学号,项目名称,服务开始时间,服务结束时间\r\n张　三,${identity},13800000000,２０２３０００１,图书整理,2026-03-07 9:00,2026-03-07 10:00\r\n李四,${identity},13900000000,20230002,${identity},2026-03-07 9:00,2026-03-07 10:00\r\n`, 'gbk'),
    rows: ['2 new 张三 03-07 09:00–10:00 60', '3 refused 李四 - project:identity-number'], secret: '20110504123',
    columns: { 志愿者姓名: 'name', 身份证号: 'ignored-identity', 手机号: 'ignored', 学号: 'studentNumber', 项目名称: 'project', 服务开始时间: 'start', 服务结束时间: 'end' },
  },
  {
    what: 'the same rows twice, with and without the platform’s own id, and one id with other times',
    bytes: csv('姓名,项目,开始时间,结束时间,记录编号', '张三,甲,2026-03-07 09:00,2026-03-07 10:00,R-1001', '李四,甲,2026-03-07 09:00,2026-03-07 10:00,', '张三,甲（改名）,2026-03-07 09:00,2026-03-07 10:00,R-1001', '李四,甲,2026/3/7 9:00,2026/3/7 10:00,', '张三,甲,2026-03-07 09:00,2026-03-07 09:30,R-1001', '陈晨,甲,2026-03-07 09:00,2026-03-07 10:00,R-1001', '陈晨,乙,2026-03-08 09:00,2026-03-08 10:00,7', '陈晨,丙,2026-03-09 09:00,2026-03-09 10:00,1234567890123456789E+3'),
    rows: ['2 new 张三 03-07 09:00–10:00 60', '3 new 李四 03-07 09:00–10:00 60', '4 same 张三 03-07 09:00–10:00 60 row:duplicate-in-sheet=2', '5 same 李四 03-07 09:00–10:00 60 row:duplicate-in-sheet=3', '6 refused 张三 - externalId:other-content=R-1001', '7 new 陈晨 03-07 09:00–10:00 60', '8 refused 陈晨 - externalId:too-short=7', '9 new 陈晨 03-09 09:00–10:00 60'],
  },
  {
    what: 'time that is covered: wholly, at an end, in the middle, by another row',
    bytes: csv('姓名,项目,开始时间,结束时间,时长', '张三,全部,2026-05-02 09:00,2026-05-02 11:00,', '张三,前后,2026-05-02 08:00,2026-05-02 12:30,4', '张三,再来,2026-05-02 12:00,2026-05-02 13:00,', '张三,最后,2026-05-02 08:30,2026-05-02 12:00,', '李四,全部,2026-05-02 09:00,2026-05-02 11:00,', '李四,一半,2026-05-02 10:00,2026-05-02 12:00,1'),
    rows: ['2 overlaps 张三 - | 敬老院', '3 cut 张三 05-02 11:00–12:30 90 | 敬老院 最后 再来', '4 cut 张三 05-02 12:30–13:00 30 | 前后', '5 cut 张三 05-02 08:30–09:00 30 | 敬老院 前后', '6 new 李四 05-02 09:00–11:00 120 | 一半', '7 cut 李四 05-02 11:00–12:00 60 | 全部'],
  },
  {
    what: 'people: unknown, of one name, told apart by class or number, somebody else’s number',
    bytes: csv('姓名,学号,班级,项目,日期,时长', '钱七,,,甲,2026-03-01,1', '王芳,,,甲,2026-03-01,1', '王芳,,高一2班,甲,2026-03-02,1', '李四,20230001,,甲,2026-03-03,1', '张三,99999999,,甲,2026-03-04,1', '陈晨,99999999,,甲,2026-03-05,1', '王*,,,甲,2026-03-06,1', ',20230001,,甲,2026-03-07,1', '张三,,高一2班,甲,2026-03-08,1'),
    rows: ['2 unknown-person 钱七 -', '3 ambiguous-name 王芳 -', '4 new 王芳 03-02 08:00–09:00 60', '5 refused 李四 - studentNumber:number-of-another=20230001', '6 unknown-person 张三 -', '7 new 陈晨 03-05 08:00–09:00 60', '8 refused 王* - name:not-a-name=王*', '9 refused  - name:required', '10 ambiguous-name 张三 -'],
  },
  {
    what: 'columns of other names, named by hand; one recognised column is set aside',
    bytes: csv('谁,干什么,哪天,多久,日期,编号', '张三,扫雪,2026-01-05,2,2026-06-01,1', '李四,扫雪,2026-01-05,2,2026-06-01,2'),
    mapping: { 0: 'name', 1: 'project', 2: 'date', 3: 'hours', 4: 'ignored' },
    rows: ['2 new 张三 01-05 08:00–10:00 120', '3 new 李四 01-05 08:00–10:00 120'],
    columns: { 谁: 'name', 干什么: 'project', 哪天: 'date', 多久: 'hours', 日期: 'ignored', 编号: 'ignored' },
  },
  {
    what: 'hidden rows, empty rows, the header again on each page, a hidden sheet',
    bytes: () => workbook((sheet, book) => {
      const heads = ['姓名', '项目', '日期', '时长']
      sheet.addRows([[], heads, ['张三', '甲', '2026-03-01', 1], [], ['李四', '甲', '2026-03-01', 1], heads, ['陈晨', '甲', '2026-03-01', 1], ['小计', '', '', 3]])
      sheet.getRow(5).hidden = true
      const other = book.addWorksheet('旧')
      other.addRows([heads, ['隐藏者', '甲', '2026-03-01', 1]])
      other.state = 'hidden'
    }),
    rows: ['3 new 张三 03-01 08:00–09:00 60', '5 refused 李四 - row:hidden-row', '7 new 陈晨 03-01 08:00–09:00 60'],
  },
  {
    what: 'who completed an issue, by marks, blanks and other words; a date above that is no issue', kind: 'youth-study', fileName: '2026-05-13青年大学习2026年第20期.csv',
    bytes: csv('导出时间：2026-05-21 10:00', '姓名,班级,是否完成', '张三,高一（1）班,√', '李四,高一（1）班,', '陈晨,高一（2）班,进行中'),
    rows: ['3 new 张三 05-11 08:00–08:00 1', '4 refused 李四 - done:not-done', '5 refused 陈晨 - done:not-done=进行中'],
  },
  {
    what: 'words that say somebody completed an issue, and words that only begin like them', kind: 'youth-study', fileName: '青年大学习2026年第20期.csv',
    bytes: () => {
      const said = ['已完成', '已经完成', '完成学习', '已参学', '100%', '完成100%', '是', 'Completed', '完成50%', '已请假', '已逾期', '有事', '参与0次', '1000', '已完成一半', '是否？']
      return csv('姓名,学号,期数,完成情况', ...said.map((one) => `李四,20230002,2026-20,${one}`))()
    },
    rows: [
      '2 new 李四 05-11 08:00–08:00 1', ...[3, 4, 5, 6, 7, 8, 9].map((row) => `${row} same 李四 05-11 08:00–08:00 1 row:duplicate-in-sheet=2`),
      ...['完成50%', '已请假', '已逾期', '有事', '参与0次', '1000', '已完成一半', '是否?'].map((one, i) => `${10 + i} refused 李四 - done:not-done=${one}`),
    ],
  },
  {
    what: 'hours over several days, of no length, and of more than a day', bytes: () => workbook((sheet) => {
      sheet.addRows([['姓名', '项目', '开始时间', '结束时间', '服务时长'], ['张三', '甲', '2026-03-01', '2026-03-05', 20], ['张三', '乙', '2026-03-07 09:00:00', '2026-03-07 09:00:40', ''], ['张三', '丙', '2026-03-08', '', moment('1899-12-31T02:00:00')]])
    }),
    rows: ['2 refused 张三 - end:longer-than-a-day=2026-03-05', '3 refused 张三 - hours:not-hours', '4 refused 张三 - hours:longer-than-a-day=1899-12-31'],
  },
  {
    what: 'a study issue named in the merged title, with those who did not complete it', kind: 'youth-study',
    bytes: () => workbook((sheet) => {
      sheet.addRows([['“青年大学习”第十五季第3期完成情况统计'], ['序号', '姓名', '班级', '完成情况', '完成时间'], [1, '张三', '高一（1）班', '已完成', '2026-05-13 12:30'], [2, '李四', '', '未完成', ''], [3, '陈晨', '', '√', ''], ['合计', '', '', '2 人']])
      sheet.mergeCells('A1:E1')
    }),
    rows: ['3 new 张三 05-13 12:30–12:30 1', '4 refused 李四 - done:not-done=未完成', '5 new 陈晨 05-11 08:00–08:00 1'],
  },
  {
    what: 'study issues by id, title, season and year; one twice, one unknown, one not yet published', kind: 'youth-study',
    bytes: csv('姓名,期数,完成时间', '张三,2026-20,2026-05-12', '张三,第十五季第三期,2026-05-13', '张三,2026年第21期,2026/5/19', '张三,“青年大学习”第15季第4期,', '李四,第十五季第3期 青春心向党,2026年5月12日', '李四,第十四季第1期,2026-05-12', '李四,2026-30,2026-05-12', '李四,,2026-05-12', '陈晨,2026-21,5月12日', '陈晨,2026-21,2026-07-01'),
    rows: ['2 new 张三 05-12 00:00–00:00 1', '3 same 张三 05-12 00:00–00:00 1 row:duplicate-in-sheet=2', '4 new 张三 05-19 00:00–00:00 1', '5 refused 张三 - done:not-done', '6 new 李四 05-12 00:00–00:00 1', '7 refused 李四 - issue:unknown-issue=第十四季第1期', '8 refused 李四 - issue:unknown-issue=2026-30', '9 refused 李四 - issue:required', '10 refused 陈晨 - completedAt:date-without-year=5月12日', '11 refused 陈晨 - completedAt:in-future=2026-07-01'],
  },
  {
    what: 'a workbook that counts from 1904',
    bytes: () => workbook((sheet, book) => {
      book.properties.date1904 = true
      sheet.addRows([['姓名', '活动名称', '开始时间', '时长'], ['张三', '甲', moment('2026-03-11T09:10'), 1], ['李四', '甲', 46093.375 - 1462, 1]])
    }),
    rows: ['2 new 张三 03-11 09:10–10:10 60', '3 new 李四 03-12 09:00–10:00 60'],
  },
  {
    what: 'study issues in a workbook that counts from 1904', kind: 'youth-study',
    bytes: () => workbook((sheet, book) => {
      book.properties.date1904 = true
      sheet.addRows([['姓名', '期数', '完成时间'], ['张三', '2026-20', moment('2026-05-13T12:30')], ['李四', '2026-20', 46155.5 - 1462]])
    }),
    rows: ['2 new 张三 05-13 12:30–12:30 1', '3 new 李四 05-13 12:00–12:00 1'],
  },
]
