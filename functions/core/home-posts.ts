import { type Refusal, refuse } from '@shared/model/refusal'
import type { HomePost, PostHolding } from '@shared/model/youth-home'

/** Past holdings are kept; a post with more than these is ended and made anew. */
const mostHoldings = 200

type Term = Pick<PostHolding, 'from' | 'to'>
const covers = ({ from, to }: Term, date: string) => from <= date && (to === undefined || date <= to)
const meet = (a: Term, b: Term) => (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to)

/** Who holds a post on a local date. */
export const holdersOn = (post: HomePost, date: string): PostHolding[] => (post.endedOn !== undefined && date > post.endedOn ? [] : post.holdings.filter((one) => covers(one, date)))

/** Places nobody holds on a local date; none of a post that has ended. */
export const freeOn = (post: HomePost, date: string): number => (post.endedOn !== undefined && date > post.endedOn ? 0 : Math.max(0, post.places - holdersOn(post, date).length))

/** The most that hold the post at once during a term: numbers only rise on the days on which somebody begins. */
const mostDuring = (holdings: readonly PostHolding[], term: Term): number =>
  Math.max(...[term.from, ...holdings.map(({ from }) => from).filter((from) => covers(term, from))].map((date) => holdings.filter((one) => covers(one, date)).length))

/** The most that hold the post at once on any day from `today` on. */
export const mostFrom = (post: HomePost, today: string): number => mostDuring(post.holdings, { from: today })

const field = (path: string, code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path, code, message }] })

/** The post with one more who holds it; or as it stands where this request was made before. Never more than its places on any day. */
export const assignPost = (post: HomePost, holding: PostHolding): { put: HomePost } | { stands: HomePost } | Refusal => {
  const again = post.holdings.find(({ holdingId }) => holdingId === holding.holdingId)
  // Its end may have been moved since: that is no other content.
  if (again) return again.personId === holding.personId && again.from === holding.from ? { stands: post } : refuse('id-reused')
  if (post.endedOn !== undefined) return refuse('post-ended')
  if (holding.personId === holding.by) return refuse('own-home')
  if (holding.to !== undefined && holding.to < holding.from) return field('to', 'not-after-start', 'It ends on the day it begins or later')
  if (post.holdings.some((one) => one.personId === holding.personId && meet(one, holding))) return field('personId', 'holds-it', 'This person holds the post in that time')
  if (post.holdings.length >= mostHoldings || mostDuring(post.holdings, holding) >= post.places) return refuse('post-full')
  return { put: { ...post, holdings: [...post.holdings, holding] } }
}

/** The post with a holding that ends on a local date, no later than it did before; or as it stands where it ends then already. */
export const endHolding = (post: HomePost, holdingId: string, to: string): { put: HomePost } | { stands: HomePost } | Refusal => {
  const held = post.holdings.find((one) => one.holdingId === holdingId)
  if (!held) return refuse('not-found')
  if (held.to === to) return { stands: post }
  if (to < held.from) return field('to', 'not-after-start', 'It ends on the day it begins or later')
  if (held.to !== undefined && to > held.to) return field('to', 'has-ended', 'It ends before that day; add a new holder to go on')
  return { put: { ...post, holdings: post.holdings.map((one) => (one === held ? { ...one, to } : one)) } }
}
