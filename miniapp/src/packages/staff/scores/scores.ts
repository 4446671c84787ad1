/** A score as typed: undefined where nothing is, NaN where it is no score of 0–100 (one decimal at most). Full-width digits are digits. */
export const scoreOf = (typed: string | undefined): number | undefined => {
  const text = (typed ?? '').replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[。．]/g, '.').trim()
  if (text === '') return undefined
  const score = /^\d{1,3}(\.\d)?$/.test(text) ? Number(text) : Number.NaN
  return score <= 100 ? score : Number.NaN
}

/** Who has a score, in the order of the list. */
export const filled = (people: readonly { personId: string }[], typed: Readonly<Record<string, string>>): { personId: string; score: number }[] =>
  people.flatMap(({ personId }) => {
    const score = scoreOf(typed[personId])
    return score === undefined ? [] : [{ personId, score }]
  })
