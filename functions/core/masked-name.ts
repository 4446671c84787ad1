/** A name for the public: first and last character kept, the middle starred (张*明); of two characters the first (张*). By characters, not by code units. */
export const maskedName = (name: string): string => {
  const characters = [...name.trim()]
  const [first = '', last = ''] = [characters[0], characters.at(-1)]
  if (characters.length <= 2) return `${first}*`
  return `${first}${'*'.repeat(characters.length - 2)}${last}`
}
