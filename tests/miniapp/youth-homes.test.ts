import { endpoints } from '@shared/contract/index'
import fc from 'fast-check'
import { monthAfter, rangeOf, weeksOf } from '@/packages/homes/home/month'
import { csvOf, figureOf, type Figures, monthsOf, overall } from '@/packages/staff/home-figures/figures'
import { faultsFrom, faultsOf, formOf, inputOf, type ProfileForm } from '@/packages/staff/home-profile/profile-form'
import { faultsOfContact, faultsOfHours } from '../../functions/core/youth-home'

describe('the calendar', () => {
  it('puts each date of a month once, in weeks that begin on Monday', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }), (date) => {
        const month = date.toISOString().slice(0, 7)
        const cells = weeksOf(month)
        const dates = cells.filter(Boolean)
        expect(cells.length % 7).toBe(0)
        expect(dates.length).toBe(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate())
        expect(new Set(dates).size).toBe(dates.length)
        for (const [i, one] of cells.entries()) if (one) expect((new Date(`${one}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(i % 7)
      }),
    )
  })
  it.each([
    ['2026-06', '2026-06-15', { from: '2026-06-15T00:00:00+08:00', to: '2026-07-01T00:00:00+08:00' }],
    ['2026-12', '2026-06-15', { from: '2026-12-01T00:00:00+08:00', to: '2027-01-01T00:00:00+08:00' }],
    ['2026-05', '2026-06-15', undefined],
  ])('asks for what is to come of %s on %s', (month, today, range) => expect(rangeOf(month, today)).toEqual(range))
  it('turns over the year', () => expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-11', 2)]).toEqual(['2027-01', '2025-12', '2027-01']))
})

describe('a profile being written', () => {
  const form = (change: Partial<ProfileForm> = {}): ProfileForm => ({ ...formOf({ revision: 0 }), introduction: '自习', address: '东大街 1 号', ...change })
  const sent = (one: ProfileForm) => endpoints.saveHomeProfile.body.parse({ id: 'profile-01', revision: 0, ...inputOf(one) })

  it('begins with weekdays from nine to six', () => expect(formOf({ revision: 0 }).hours.map((spans) => spans.length)).toEqual([1, 1, 1, 1, 1, 0, 0]))
  it('goes to midnight and comes back as it was typed', () => {
    const hours = [[{ from: '18:00', to: '00:00' }], [], [], [], [], [], []]
    expect(sent(form({ hours })).hours[0]).toEqual([{ from: '18:00', to: '24:00' }])
    expect(formOf({ revision: 1, hours: sent(form({ hours })).hours }).hours).toEqual(hours)
  })
  it('leaves empty fields out', () => expect(sent(form({ contact: ' ', notice: '' }))).toEqual({ id: 'profile-01', revision: 0, introduction: '自习', address: '东大街 1 号', hours: form().hours }))

  const clock = fc.integer({ min: 0, max: 47 }).map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
  const contact = fc.constantFrom('', '0839-4201234', '138 0000 1234', '公众号 东河青年', '电话：13900001111')
  it('is faulty here exactly where the server says so', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.record({ from: clock, to: clock }), { maxLength: 3 }), { minLength: 7, maxLength: 7 }), contact, (hours, of) => {
        const one = form({ hours, contact: of })
        const server = [...faultsOfHours(sent(one).hours), ...faultsOfContact(sent(one).contact)]
        expect(Object.keys(faultsOf(one)).sort()).toEqual(Object.keys(faultsFrom(server)).sort())
      }),
    )
  })
})

describe('figures', () => {
  const month = (n: number) => ({ distinct: n, events: 2, came: 3 * n, seated: n, capacity: n === 0 ? 0 : 40 })
  const figures: Figures = { months: ['2026-05', '2026-06'], homes: [{ homeId: 'a.t01.home', name: '东河镇"青年之家",一号', months: [month(10), month(20)] }, { homeId: 'a.t02.home', name: '白水镇青年之家', months: [month(0), month(5)] }] }

  it('adds homes up month by month, and a share is of all seats, not of shares', () => {
    expect(monthsOf(figures, '')).toEqual([{ distinct: 10, events: 4, came: 30, seated: 10, capacity: 40 }, { distinct: 25, events: 4, came: 75, seated: 25, capacity: 80 }])
    expect(monthsOf(figures, 'a.t02.home')).toEqual([month(0), month(5)])
    expect([figureOf('seatsFilled', month(0)), figureOf('seatsFilled', month(20)), overall('seatsFilled', monthsOf(figures, ''))]).toEqual([undefined, 50, 29])
    expect([overall('distinct', monthsOf(figures, '')), overall('came', monthsOf(figures, '')), overall('held', monthsOf(figures, ''))]).toEqual([18, 105, 8])
  })
  it('goes out as a sheet, one line a home and month, with names quoted', () => {
    expect(csvOf(figures, ['家', '月', '人', '次', '场', '座', '额']).split('\r\n')).toEqual(['\uFEFF家,月,人,次,场,座,额', '"东河镇""青年之家"",一号",2026-05,10,30,2,10,40', '"东河镇""青年之家"",一号",2026-06,20,60,2,20,40', '白水镇青年之家,2026-05,0,0,2,0,0', '白水镇青年之家,2026-06,5,15,2,5,40', ''])
  })
})
