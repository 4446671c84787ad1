const attempts = 40

/** Reads and decides again, after a short and uneven pause, as long as somebody else was first. @throws where that never ends. */
export const untilDecided = async <T>(decide: () => Promise<T | undefined>): Promise<T> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const decided = await decide()
    if (decided !== undefined) return decided
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(200, 10 * 2 ** attempt)))
  }
  throw new Error(`Not decided after ${attempts} attempts`)
}
