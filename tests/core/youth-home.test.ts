import fc from 'fast-check'
import { isRefusal } from '@shared/model/refusal'
import { findings, type HomePost, type HomeStandard, standardNames, type YouthHome } from '@shared/model/youth-home'
import { assignPost, endHolding, freeOn, holdersOn } from '../../functions/core/home-posts'
import { assessHome, standingOf } from '../../functions/core/youth-home'

const at = '2026-06-15T02:00:00.000Z'
const empty = (): YouthHome => ({ standards: [], assessments: [], projects: [], posts: [] })

const write = fc.record({ kind: fc.constant('write' as const), standard: fc.constantFrom(...standardNames) })
const assess = fc.record({ kind: fc.constant('assess' as const), standard: fc.constantFrom(...standardNames), state: fc.constantFrom(...findings), staleWords: fc.boolean(), staleNumber: fc.boolean() })

test('whatever is written and assessed, what shows is the last assessment; numbers have no gaps; stale ones change nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(write, assess), { maxLength: 40 }), (commands) => {
      const home = empty()
      const said = new Map<string, string>()
      const changed = new Map<string, boolean>()
      for (const [i, command] of commands.entries()) {
        const { last, assessment } = standingOf(home, command.standard)
        if (command.kind === 'write') {
          const next: HomeStandard = { standard: command.standard, words: `${i}`, evidence: [], revision: (last?.revision ?? 0) + 1, saveId: `save-${i}`, at, by: 'manager' }
          home.standards.push(next)
          changed.set(command.standard, said.has(command.standard))
          continue
        }
        const decided = assessHome(home, {
          assessId: `assess-${i}`, standard: command.standard, state: command.state, words: '看过', at, by: 'county',
          ofRevision: (last?.revision ?? 0) + (command.staleWords ? 1 : 0), after: (assessment?.n ?? 0) + (command.staleNumber ? 1 : 0),
        }, false)
        expect(isRefusal(decided)).toBe(command.staleWords || command.staleNumber)
        if (!('add' in decided)) continue
        home.assessments.push(decided.add)
        said.set(command.standard, command.state)
        changed.set(command.standard, false)
      }
      expect(home.assessments.map(({ n }) => n)).toEqual(home.assessments.map((_, i) => i + 1))
      for (const standard of standardNames) expect(standingOf(home, standard)).toMatchObject({ state: said.get(standard) ?? 'not-assessed', changedSince: changed.get(standard) ?? false })
    }),
  )
})

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-06-${String(n).padStart(2, '0')}`)
const days = Array.from({ length: 30 }, (_, i) => `2026-06-${String(i + 1).padStart(2, '0')}`)
const give = fc.record({ kind: fc.constant('give' as const), who: fc.integer({ min: 0, max: 5 }), from: day, to: fc.option(day, { nil: undefined }) })
const end = fc.record({ kind: fc.constant('end' as const), at: fc.nat(8), to: day })

test('a post never has more holders than places, nobody holds it twice, and nobody is turned away on a day with room', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.array(fc.oneof(give, end), { maxLength: 20 }), (places, commands) => {
      let post: HomePost = { postId: 'post-0001', title: '图书管理员', places, holdings: [], revision: 1, saveId: 'save-0001', at, by: 'manager' }
      for (const [i, command] of commands.entries()) {
        if (command.kind === 'end') {
          const held = post.holdings[command.at]
          const decided = held && endHolding(post, held.holdingId, command.to)
          if (decided && 'put' in decided) post = decided.put
          continue
        }
        const holding = { holdingId: `holding-${i}`, personId: `p${command.who}`, from: command.from, ...(command.to && { to: command.to }), at, by: 'manager' }
        const decided = assignPost(post, holding)
        const term = days.filter((one) => one >= command.from && (command.to === undefined || one <= command.to))
        const fits = term.length > 0 && term.every((one) => freeOn(post, one) > 0 && holdersOn(post, one).every(({ personId }) => personId !== holding.personId))
        expect('put' in decided).toBe(fits)
        if ('put' in decided) post = decided.put
      }
      for (const one of days) {
        const holders = holdersOn(post, one).map(({ personId }) => personId)
        expect(holders.length).toBeLessThanOrEqual(places)
        expect(new Set(holders).size).toBe(holders.length)
      }
    }),
  )
})
