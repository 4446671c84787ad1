import { refusalCodes } from '@shared/model/refusal'
import { endpoints } from '@shared/contract/index'
import { routes } from '@/api/routes'
import { readProblem } from '@/api/reply'
import { requestOf } from '@/api/request-of'
import { type Draft, emptyDraft, faultsFrom, faultsOf, inputOf, minutesOf } from '@/features/submit-record/draft'
import { refusalsEn } from '@/text/refusals.en'
import { refusalsZh } from '@/text/refusals.zh-CN'

const now = Date.parse('2026-06-15T12:00:00+08:00')
const draft = (change: Partial<Draft> = {}): Draft => ({ ...emptyDraft('draft-0001', '2026-06-14'), title: '打扫卫生', from: '09:00', until: '11:30', ...change })

describe('a record being written', () => {
  it('computes minutes and instants in Beijing time', () => {
    expect(minutesOf(draft())).toBe(150)
    expect(inputOf(draft())).toMatchObject({ startedAt: '2026-06-14T01:00:00.000Z', endedAt: '2026-06-14T03:30:00.000Z', quantity: 150 })
  })
  it('is accepted by the contract, empty optional fields left out', () => {
    const sent = JSON.parse(JSON.stringify(inputOf(draft({ place: ' ', description: '' }))))
    expect(endpoints.submitRecord.body.safeParse(sent).success).toBe(true)
  })
  it('asks why only where it is for somebody else, and says it to the contract of that', () => {
    expect(faultsOf(draft({ why: ' ' }), now)).toEqual({ why: 'needWhy' })
    const sent = JSON.parse(JSON.stringify(inputOf(draft({ why: ' 没有手机 ' }))))
    expect(endpoints.submitRecordFor.body.parse(sent)).toMatchObject({ why: '没有手机' })
    expect('why' in inputOf(draft())).toBe(false)
  })
  it('ends at midnight on the next day', () => expect(minutesOf(draft({ from: '22:00', until: '00:00' }))).toBe(120))
  it.each([
    ['no title', { title: '  ' }, { title: 'needTitle' }],
    ['no times', { from: '' }, { time: 'needTimes' }],
    ['the end before the start', { until: '08:00' }, { time: 'endBeforeStart' }],
    ['not over yet', { day: '2026-06-15', until: '12:01' }, { time: 'inFuture' }],
    ['over this minute', { day: '2026-06-15', until: '12:00' }, {}],
    ['too old', { day: '2025-06-01' }, { day: 'tooOld' }],
    ['no lessons', { category: 'league-class', quantity: '0' }, { quantity: 'needQuantity' }],
    ['a photo under way', { photos: [{ photoId: 'photo-001', path: 'x', bytes: 1, contentType: 'image/jpeg', uploaded: false }] }, { photos: 'photosWaiting' }],
  ] as [string, Partial<Draft>, object][])('%s', (_, change, faults) => expect(faultsOf(draft(change), now)).toEqual(faults))
  it('puts the server’s faults at their fields, and names what it has no words for', () => {
    const error = (path: string, code: string) => ({ path, code, message: '' })
    expect(faultsFrom([error('endedAt', 'in-future'), error('photoIds[2]', 'photo-missing'), error('title', 'strange')])).toEqual({ faults: { time: 'inFuture', photos: 'uploadFailed' }, unnamed: ['title'] })
  })
})

describe('the client', () => {
  it('knows every endpoint of the contract', () => {
    expect(routes).toEqual(Object.fromEntries(Object.entries(endpoints).map(([name, e]) => [name, `${e.method} ${e.path}`])))
  })
  it('puts parameters in the path, the query or the body', () => {
    expect(requestOf('showRecord', { personId: 'p1', recordId: 'a/b ~' })).toEqual({ method: 'GET', path: '/v1/people/p1/records/a%2Fb%20~' })
    expect(requestOf('listRecords', { personId: 'p1', status: 'pending', cursor: undefined })).toEqual({ method: 'GET', path: '/v1/people/p1/records?status=pending' })
    expect(requestOf('withdrawRecord', { recordId: 'r-000001', id: 'w-000001' })).toEqual({ method: 'POST', path: '/v1/records/r-000001/withdraw', body: '{"id":"w-000001"}' })
  })
  it('reads a problem, and takes anything else for a fault', () => {
    expect(readProblem(409, { code: 'event-closed' })).toMatchObject({ trouble: { code: 'event-closed', errors: [] } })
    expect(readProblem(503, { code: 'sign-in-busy' })).toMatchObject({ trouble: { code: 'sign-in-busy' } })
    expect(readProblem(500, { code: 'fault' })).toMatchObject({ trouble: { code: 'fault' } })
    expect(readProblem(404, '<html>')).toMatchObject({ trouble: { code: 'fault' } })
  })
  it('has words for every refusal in both languages', () => {
    for (const words of [refusalsZh, refusalsEn]) expect(Object.keys(words).sort()).toEqual([...refusalCodes].sort())
  })
})
