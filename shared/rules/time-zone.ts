import { type OffsetAt, intlOffset } from './intl-offset'
import { dayMs } from './local-date'
import { shanghaiChangesAt, shanghaiMeanTimeMs, shanghaiStandardMs, shanghaiSummerMs } from './shanghai'

/** A stretch of time with one offset: it begins at `from` (epoch ms) and lasts until the next one of its span. */
interface Stretch {
  from: number
  offset: number
}

/** Offsets are learnt a span at a time. No zone of the tz database changes twice within a day, so a look at each day's ends finds every change. */
const spanMs = 32 * dayMs
const spansKept = 4096
const zonesKept = 512

export class Zone {
  private readonly spans = new Map<number, Stretch[]>()

  constructor(private readonly ask: OffsetAt) {}

  /** The local date (as a day) of an instant (epoch ms). */
  dayOf(instant: number): number {
    const stretches = this.span(Math.floor(instant / spanMs))
    let i = stretches.length - 1
    while (i > 0 && (stretches[i] as Stretch).from > instant) i--
    return Math.floor((instant + (stretches[i] as Stretch).offset) / dayMs)
  }

  /** The stretches that meet [from, to], in order; the first may begin earlier. */
  stretches(from: number, to: number): Stretch[] {
    const found: Stretch[] = []
    for (let n = Math.floor(from / spanMs); n <= Math.floor(to / spanMs); n++) found.push(...this.span(n))
    return found.filter((stretch, i) => stretch.from <= to && (found[i + 1]?.from ?? Number.POSITIVE_INFINITY) > from)
  }

  private span(n: number): Stretch[] {
    const known = this.spans.get(n)
    if (known !== undefined) return known
    if (this.spans.size >= spansKept) this.spans.clear()
    const learnt = this.learn(n * spanMs)
    this.spans.set(n, learnt)
    return learnt
  }

  private learn(start: number): Stretch[] {
    const stretches = [{ from: start, offset: this.ask(start) }]
    let offset = this.ask(start)
    for (let day = start; day < start + spanMs; day += dayMs) {
      const next = this.ask(day + dayMs)
      if (next !== offset && this.change(day, day + dayMs, offset) < start + spanMs) stretches.push({ from: this.change(day, day + dayMs, offset), offset: next })
      offset = next
    }
    return stretches
  }

  /** The first ms after `before` (which has `offset`) with another offset, given that `after` has one. */
  private change(before: number, after: number, offset: number): number {
    let a = before
    let b = after
    while (b - a > 1) {
      const middle = Math.floor((a + b) / 2)
      if (this.ask(middle) === offset) a = middle
      else b = middle
    }
    return b
  }
}

const shanghai: OffsetAt = (instant) => {
  const passed = shanghaiChangesAt.filter((at) => at <= instant).length
  if (passed === 0) return shanghaiMeanTimeMs
  return passed % 2 === 1 ? shanghaiStandardMs : shanghaiSummerMs
}

const zones = new Map<string, Zone>()

/**
 * The zone of an IANA name, or undefined where it is unknown. Asia/Shanghai and UTC need no Intl, the others do. An offset ('+08:00') is no IANA zone,
 * though newer engines take it for one.
 */
export const zoneOf = (name: string): Zone | undefined => {
  const known = zones.get(name)
  if (known !== undefined) return known
  const zone = makeZone(name)
  if (zones.size >= zonesKept) zones.clear()
  if (zone !== undefined) zones.set(name, zone)
  return zone
}

const makeZone = (name: string): Zone | undefined => {
  if (name === 'Asia/Shanghai') return new Zone(shanghai)
  if (name === 'UTC') return new Zone(() => 0)
  if (typeof Intl === 'undefined' || /^[+-]/.test(name)) return undefined
  try {
    return new Zone(intlOffset(name))
  } catch {
    return undefined
  }
}
