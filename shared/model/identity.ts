/** People whom one WeChat identity may be bound to: siblings, or a parent with children. */
export const peopleAtMost = 5

/** Other identities of the same WeChat user that a code may let in: their phone, their computer. */
export const joinedAtMost = 4

/** Wrong codes that one identity may try within `triesHours`; after them it is refused, and the code stays good for its owner. */
export const triesAtMost = 5
export const triesHours = 24
