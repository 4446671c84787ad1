import { endpoints } from '@shared/contract/index'
import { type Draft, faultsFrom, faultsOf, inputOf, newBreak, newDraft, timesOf } from '@/packages/staff/publish-event/draft'
import { faultsOfEvent } from '../../functions/core/publish-event'

const now = Date.parse('2026-06-15T12:20:00+08:00')
const draft = (change: Partial<Draft> = {}): Draft => ({ ...newDraft(now), title: '河道清理', place: '河堤', ...change })
const host = 'wangcang.t01.home'
const sent = (one: Draft) => endpoints.publishEvent.body.parse(JSON.parse(JSON.stringify(inputOf(one, 'event-0001', host))))

describe('an event being written', () => {
  it('begins at the next whole hour of Beijing and lasts two', () => expect(newDraft(now)).toMatchObject({ day: '2026-06-15', from: '13:00', until: '15:00' }))
  it.each([
    ['20:00', '2026-06-15', '20:00'],
    ['20:01', '2026-06-16', '09:00'],
    ['06:00', '2026-06-15', '09:00'],
    ['06:01', '2026-06-15', '07:00'],
  ])('at %s, on %s at %s', (clock, day, from) => expect(newDraft(Date.parse(`2026-06-15T${clock}:00+08:00`))).toMatchObject({ day, from }))
  it('goes over midnight where the end is not after the start', () => {
    const { start, end } = timesOf(draft({ from: '23:00', until: '01:00' }))
    expect(end - start).toBe(2 * 3_600_000)
  })
  it('proposes a break that fits', () => {
    for (const until of ['14:30', '15:00', '20:10', '01:00']) expect(faultsOf(draft({ until, breaks: [newBreak(draft({ until }))] }), now)).toEqual({})
  })
  it('sends volunteering with its breaks and minimum, without a quantity', () => {
    const one = sent(draft({ from: '22:00', until: '02:00', minimum: '30', breaks: [{ from: '23:30', to: '00:30' }], quantity: '4', lesson: '3' }))
    expect(one).toMatchObject({ startsAt: '2026-06-15T14:00:00.000Z', endsAt: '2026-06-15T18:00:00.000Z', minimumMinutes: 30, breaks: [{ from: '2026-06-15T15:30:00.000Z', to: '2026-06-15T16:30:00.000Z' }] })
    expect(one).not.toHaveProperty('quantity')
    expect(one).not.toHaveProperty('distinctKey')
  })
  it('sends a class with its lessons and which, without breaks', () => {
    expect(sent(draft({ category: 'league-class', quantity: '2', lesson: '4', minimum: '30', breaks: [{ from: '13:30', to: '14:00' }] }))).toMatchObject({ quantity: 2, distinctKey: 'lesson-4', breaks: [], minimumMinutes: 0 })
  })
  it.each([
    ['nothing wrong', {}, {}],
    ['no title and no place', { title: ' ', place: '' }, { title: 'needTitle', place: 'needPlace' }],
    ['no start', { from: '' }, { time: 'needTimes' }],
    ['a whole day, the longest there is', { until: '13:00' }, {}],
    ['begun over an hour ago', { from: '11:19' }, { time: 'isPast' }],
    ['begun less than an hour ago', { from: '11:21' }, {}],
    ['no lessons', { category: 'civics-class', quantity: '0' }, { quantity: 'wholeNumber' }],
    ['a minimum as long as the event', { minimum: '120' }, {}],
    ['a minimum longer than the event', { minimum: '121' }, { minimum: 'longerThanEvent' }],
    ['a break that outlasts the event', { breaks: [{ from: '14:30', to: '15:30' }] }, { breaks: 'breakInside' }],
    ['a break before the event', { breaks: [{ from: '12:00', to: '12:30' }] }, { breaks: 'breakInside' }],
    ['breaks that overlap', { breaks: [{ from: '14:00', to: '14:30' }, { from: '13:30', to: '14:10' }] }, { breaks: 'breakInside' }],
    ['breaks that touch', { breaks: [{ from: '14:00', to: '14:30' }, { from: '13:30', to: '14:00' }] }, {}],
    ['breaks of what is not counted in minutes', { category: 'quality-activity', breaks: [{ from: '20:00', to: '21:00' }] }, {}],
  ] as [string, Partial<Draft>, object][])('%s', (_, change, faults) => {
    const one = draft(change)
    expect(faultsOf(one, now)).toEqual(faults)
    // What passes here passes the API's own rules; what the API would refuse is said at the same field.
    if (Number.isNaN(timesOf(one).start)) return
    const { org: _org, id: _id, ...event } = inputOf(one, 'event-0001', host)
    const errors = faultsOfEvent({ minimumMinutes: 0, breaks: [], ...event, eventId: `${host}~event-0001`, host })
    for (const [field, words] of Object.entries(faultsFrom(errors))) expect(faults).toHaveProperty(field, words)
  })
  it('puts the server’s faults at their fields', () => {
    const error = (path: string, code: string) => ({ path, code, message: '' })
    expect(faultsFrom([error('startsAt', 'in-the-past'), error('breaks[1].to', 'not-after-start'), error('title', 'too-big'), error('strange', 'x')])).toEqual({ time: 'isPast', breaks: 'breakInside', title: 'fieldWrong' })
  })
})
