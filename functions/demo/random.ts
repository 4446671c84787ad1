/** A seeded source of choices: the same label gives the same choices on every machine (xmur3 to seed, sfc32 to draw). */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** `count` different ones (all of them where there are fewer), in their own order. */
  sample<T>(from: readonly T[], count: number): T[]
  /** One of the keys, by weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
  /** `length` characters of Crockford's base 32, lower case. */
  token(length: number): string
}

const crockford = '0123456789abcdefghjkmnpqrstvwxyz'

const seedsOf = (label: string): (() => number) => {
  let h = 1779033703 ^ label.length
  for (let i = 0; i < label.length; i++) {
    h = Math.imul(h ^ label.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507)
    h = Math.imul(h ^ (h >>> 13), 3266489909)
    h ^= h >>> 16
    return h >>> 0
  }
}

const drawsOf = (label: string): (() => number) => {
  const seed = seedsOf(label)
  let [a, b, c, d] = [seed(), seed(), seed(), seed()]
  const draw = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) draw()
  return draw
}

/** Each topic draws from its own label, so that a change in one leaves the others as they were. */
export const randomOf = (label: string): Random => {
  const draw = drawsOf(`qingcheng 1 ${label}`)
  const int = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error(`Nothing to pick from: ${label}`)
    return from[int(0, from.length - 1)] as T
  }
  return {
    int,
    pick,
    chance: (probability) => draw() < probability,
    sample: (from, count) => {
      const places = from.map((_, i) => i)
      const taken = Array.from({ length: Math.min(count, from.length) }, () => places.splice(int(0, places.length - 1), 1)[0] as number)
      return taken.sort((x, y) => x - y).map((i) => from[i] as (typeof from)[number])
    },
    weighted: <K extends string>(weights: Readonly<Record<K, number>>) => {
      const keys = Object.keys(weights) as K[]
      let left = draw() * keys.reduce((sum, key) => sum + weights[key], 0)
      return keys.find((key) => (left -= weights[key]) < 0) ?? (keys.at(-1) as K)
    },
    token: (length) => Array.from({ length }, () => crockford[int(0, 31)]).join(''),
  }
}
