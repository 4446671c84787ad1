import type { Context } from './context'

const attempts = 40

/** Reads and decides again, after a short and uneven pause, as long as somebody else was first. @throws where that never ends. */
export const untilDecided = async <T>(context: Context, decide: () => Promise<T | undefined>): Promise<T> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const decided = await decide()
    if (decided !== undefined) return decided
    await new Promise((resolve) => setTimeout(resolve, ((context.random(1)[0] ?? 0) / 256) * Math.min(200, 10 * 2 ** attempt)))
  }
  throw new Error(`Not decided after ${attempts} attempts`)
}
