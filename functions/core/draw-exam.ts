import type { DrawnQuestion } from '@shared/model/exam'
import type { Question } from '@shared/model/question'

/** A whole number from 0 and below `n`, each as likely. */
export type Below = (n: number) => number

/** From random bytes: what would make some numbers likelier is drawn again. */
export const belowOf = (random: (bytes: number) => Uint8Array): Below => (n) => {
  const all = 2 ** 32
  for (;;) {
    const drawn = random(4).reduce((sum, byte) => sum * 256 + byte, 0)
    if (drawn < all - (all % n)) return drawn % n
  }
}

/** The list in a random order (Fisher and Yates), or the first `count` of it. */
export const shuffled = <T>(list: readonly T[], below: Below, count = list.length): T[] => {
  const left = [...list]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0] as T)
}

/** The paper as it is shown, and its key: for each question the right places in the order drawn, ascending. True and false keep their order. */
export const drawExam = (questions: readonly Question[], below: Below): { paper: DrawnQuestion[]; key: number[][] } => {
  const drawn = questions.map(({ kind, stem, options, right }) => {
    const order = kind === 'true-false' ? options.map((_, i) => i) : shuffled(options.map((_, i) => i), below)
    return { shown: { kind, stem, options: order.map((i) => options[i] as string) }, right: right.map((i) => order.indexOf(i)).sort((a, b) => a - b) }
  })
  return { paper: drawn.map(({ shown }) => shown), key: drawn.map(({ right }) => right) }
}
