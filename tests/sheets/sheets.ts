import { edited, workbook } from './build'

/**
 * Sheets as they really come, into a branch of the class 初三（1）班 that holds 旧生甲 (2010-03-01, number 20220001) and 旧生乙 (2010-04-01, without a number).
 * Each with what becomes of its rows: row, fate, name, birth date, number, problems.
 */
export interface Fixture {
  what: string
  bytes: () => Promise<Buffer> | Buffer
  rows: string[]
  /** Never to be found in an answer or in the table. */
  secret?: string
  columns?: Record<string, string>
}

const csv = (text: string) => () => Buffer.from(text)
const heads = ['姓名', '出生日期', '班级', '学号']
const identity = '510821201105041234'
const day = (text: string) => new Date(`${text}T00:00:00Z`)

export const fixtures: Fixture[] = [
  {
    what: 'a merged title, a header of two rows with merged groups, the class merged downwards, a sum and a remark at the foot',
    bytes: () => workbook((sheet) => {
      sheet.addRows([
        ['旺苍中学团员名单'], ['序号', '姓名', '基本情况', '', '', '备注'], ['', '', '出生日期', '班级', '学号', ''],
        [1, '张三', '2011-05-04', '初三（1）班', '20230001'], [2, '李四', '2011/5/5', '', '20230002'], [3], ['合 计', '', '2 人'], ['注：以上名单已经核对'],
      ])
      for (const range of ['A1:F1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'D4:D5', 'A8:F8']) sheet.mergeCells(range)
    }),
    rows: ['4 new 张三 2011-05-04 20230001', '5 new 李四 2011-05-05 20230002'],
  },
  {
    what: 'the same saved as CSV, its header in two rows',
    bytes: csv('旺苍中学团员名单,,,,\n序号,姓名,基本情况,,\n,,出生日期,班级,学号\n1,张三,2011.5.4,初三（1）班,20230001\n'),
    rows: ['4 new 张三 2011-05-04 20230001'],
  },
  {
    what: 'dates of every kind',
    bytes: () => workbook((sheet) => {
      sheet.addRow(heads)
      const dates = ['2011-05-04', '2011/5/4', '2011.5.4', '2011年5月4日', '20110504', 20110504, 40667, '40667', '2011-05-04 00:00:00', '２０１１年０５月０４日', day('2011-05-04'), '2011年5月', '201105', '2011-02-30', '5/4/11', '不详', '', '1980-05-04', '2020-05-04']
      for (const [i, date] of dates.entries()) sheet.addRow([`王${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申'[i]}`, date, '初三（1）班', `B${i}`])
    }),
    rows: [
      ...[...'甲乙丙丁戊己庚辛壬癸子'].map((name, i) => `${i + 2} new 王${name} 2011-05-04 B${i}`),
      '13 refused 王丑 - B11 birthDate:date-without-day=2011年5月', '14 refused 王寅 - B12 birthDate:date-without-day=201105', '15 refused 王卯 - B13 birthDate:not-a-date=2011-02-30',
      '16 refused 王辰 - B14 birthDate:not-a-date=5/4/11', '17 refused 王巳 - B15 birthDate:not-a-date=不详', '18 refused 王午 - B16 birthDate:required',
      '19 refused 王未 1980-05-04 B17 birthDate:unlikely-age=1980-05-04', '20 refused 王申 2020-05-04 B18 birthDate:unlikely-age=2020-05-04',
    ],
  },
  {
    what: 'a workbook that counts from 1904: date cells and bare serial numbers',
    bytes: () => workbook((sheet, book) => {
      book.properties.date1904 = true
      sheet.addRows([heads, ['张三', day('2011-05-04'), '初三（1）班', 'C1'], ['李四', 40667 - 1462, '初三（1）班', 'C2']])
    }),
    rows: ['2 new 张三 2011-05-04 C1', '3 new 李四 2011-05-04 C2'],
  },
  {
    what: 'the same as LibreOffice spells it',
    bytes: async () => edited(await workbook((sheet, book) => {
      book.properties.date1904 = true
      sheet.addRows([heads, ['张三', day('2011-05-04'), '初三（1）班', 'C1'], ['李四', 40667 - 1462, '初三（1）班', 'C2']])
    }), 'xl/workbook.xml', (xml) => xml.replace('date1904="1"', 'date1904="true"')),
    rows: ['2 new 张三 2011-05-04 C1', '3 new 李四 2011-05-04 C2'],
  },
  {
    what: 'numbers: rounded by the program, in scientific notation, with zeros of a format, as a formula that keeps them, full-width, with spaces',
    bytes: () => workbook((sheet) => {
      sheet.addRows([
        heads, ['张一', '2011-05-04', '', 1234567890123456], ['张二', '2011-05-04', '', '1.23457E+15'], ['张三', '2011-05-04', '', 123], ['张四', '2011-05-04', '', '="00124"'],
        ['张五', '2011-05-04', '', '２０２３ ０１２５'], ['张六', '2011-05-04', '', 123456789012345], ['张七', '2011-05-04', '', day('2011-05-04')], ['张八', '2011-05-04', '', 'g8a'],
      ])
      sheet.getCell('D4').numFmt = '00000'
    }),
    rows: [
      '2 refused 张一 2011-05-04 - studentNumber:number-lost-digits=1234567890123456', '3 refused 张二 2011-05-04 - studentNumber:number-lost-digits=1.23457E+15', '4 new 张三 2011-05-04 00123', '5 new 张四 2011-05-04 00124',
      '6 new 张五 2011-05-04 20230125', '7 new 张六 2011-05-04 123456789012345', '8 refused 张七 2011-05-04 - studentNumber:number-lost-digits=2011-05-04', '9 new 张八 2011-05-04 G8A',
    ],
  },
  {
    what: 'twice in the sheet, and against the roster',
    bytes: csv([
      heads.join(','), '旧生甲,2010-03-01,初三（1）班,20220001', '旧生乙,2010-04-01,,20220002', '旧生甲,2010-03-02,,20220001', '冒名者,2011-01-01,,20220001',
      '张三,2011-05-04,,D1', '李四,2011-05-05,,D1', '王五,2011-05-06,,', '王五,2011-05-06,,', '张三,2011-05-04,,', '张三,2011-05-04,,D2', '王五,2011-05-06,,D3', '赵六,2011-05-07,初三（9）班,D4',
    ].join('\n')),
    rows: [
      '2 same 旧生甲 2010-03-01 20220001', '3 changed 旧生乙 2010-04-01 20220002', '4 refused 旧生甲 2010-03-02 20220001 studentNumber:duplicate-in-sheet=2',
      '5 refused 冒名者 2011-01-01 20220001 studentNumber:duplicate-in-sheet=2',
      '6 new 张三 2011-05-04 D1', '7 refused 李四 2011-05-05 D1 studentNumber:duplicate-in-sheet=6', '8 new 王五 2011-05-06 -', '9 refused 王五 2011-05-06 - name:duplicate-in-sheet=8',
      '10 refused 张三 2011-05-04 - name:duplicate-in-sheet=6', '11 new 张三 2011-05-04 D2', '12 refused 王五 2011-05-06 D3 studentNumber:duplicate-in-sheet=8', '13 refused 赵六 2011-05-07 D4 className:unknown-class=初三(9)班',
    ],
  },
  {
    what: 'CSV in GBK, with full-width digits and spaces',
    bytes: () => Buffer.from('d0d5c3fb2cb3f6c9fac8d5c6da2cb0e0bcb62cd1a7bac50ac5b7d1f4c4c8c4c82c32303131c4ea35d4c234c8d52cb3f5c8fda3a831a3a9b0e02c32303233303130310ad5c5a1a1c8fd2ca3b2a3b0a3b1a3b12fa3b52fa3b42cb3f5c8fd283129b0e02c32303233303130320a', 'hex'),
    rows: ['2 new 欧阳娜娜 2011-05-04 20230101', '3 new 张三 2011-05-04 20230102'],
  },
  { what: 'CSV in UTF-8 with a mark and Windows line ends, other words for the columns', bytes: csv('\ufeff团员姓名,出生年月,所在班级,学籍号\r\n张三,2011-5-4,初三(1)班,E1\r\n'), rows: ['2 new 张三 2011-05-04 E1'] },
  { what: 'CSV apart by semicolons, quoted, an empty row in the middle, a number of somebody else', bytes: csv('学生姓名*;"出生日期（如2011-05-04）";学号\n"张三";"2011-05-04";F1\n;;\n\n李四;2011-05-05;F2\n冒名者;2011-01-01;20220001\n'), rows: ['2 new 张三 2011-05-04 F1', '5 new 李四 2011-05-05 F2', '6 refused 冒名者 2011-01-01 20220001 studentNumber:number-of-another=20220001'] },
  { what: 'text apart by tabs in UTF-16, as a spreadsheet program saves Unicode', bytes: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名\t出生日期\t学号\r\n张三\t2011-05-04\tG1\r\n', 'utf16le')]), rows: ['2 new 张三 2011-05-04 G1'] },
  {
    what: 'formulas, rich text, links and errors in cells',
    bytes: () => workbook((sheet) => {
      sheet.addRows([
        heads, [{ formula: 'A9', result: '张三' }, { formula: 'B9', result: day('2011-05-04') }, '', { formula: 'D9', result: 'H1' }],
        [{ richText: [{ text: '李' }, { font: { bold: true }, text: '四' }] }, '2011-05-05', '', { text: 'H2', hyperlink: 'mailto:a@b.test' }], [{ error: '#N/A' }, '2011-05-06', '', { formula: 'D99' }],
      ])
    }),
    rows: ['2 new 张三 2011-05-04 H1', '3 new 李四 2011-05-05 H2', '4 refused #N/A 2011-05-06 - name:not-a-name=#N/A'],
  },
  {
    what: 'hidden sheets, hidden rows, empty rows, the header again on each printed page, and a second visible sheet',
    bytes: () => workbook((sheet, book) => {
      sheet.state = 'hidden'
      sheet.addRows([heads, ['隐藏者', '2011-05-04', '', 'I0']])
      const shown = book.addWorksheet('一班')
      shown.addRows([[], [], heads, ['张三', '2011-05-04', '', 'I1'], [], ['李四', '2011-05-05', '', 'I2'], heads, ['王五', '2011-05-06', '', 'I3']])
      shown.getRow(6).hidden = true
      book.addWorksheet('二班').addRows([heads, ['别班', '2011-05-04', '', 'I9']])
    }),
    rows: ['4 new 张三 2011-05-04 I1', '6 refused 李四 2011-05-05 I2 row:hidden-row', '8 new 王五 2011-05-06 I3'],
  },
  {
    what: 'a column of identity numbers, and a national 学籍号 made of them',
    bytes: csv(`姓名,出生日期,身份证号,学籍号\n张三,2011-05-04,${identity},G${identity}\n李四,2011-05-05,${identity},G${identity}\n`),
    rows: ['2 new 张三 2011-05-04 -', '3 new 李四 2011-05-05 -'],
    secret: '20110504123', columns: { 姓名: 'name', 出生日期: 'birthDate', 身份证号: 'ignored-identity', 学籍号: 'ignored-identity' },
  },
  {
    what: 'identity numbers in columns where they do not belong',
    bytes: csv(`姓名,出生日期,班级,学号,电话\n张三,2011-05-04,,J1,\n李四,${identity},,J2,\n${identity},2011-05-05,,J3,\n王五,2011-05-06,${identity},J4,\n赵六,2011-05-07,,${identity},\n钱七,2011-05-08,,J5,\n`),
    rows: [
      '2 new 张三 2011-05-04 J1', '3 refused 李四 - J2 birthDate:identity-number', '4 refused *** 2011-05-05 J3 name:identity-number',
      '5 refused 王五 2011-05-06 J4 className:identity-number', '6 refused 赵六 2011-05-07 - studentNumber:identity-number', '7 new 钱七 2011-05-08 J5',
    ],
    secret: '20110504123',
  },
]
