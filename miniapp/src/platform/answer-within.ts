/** How long an answer is waited for, milliseconds. */
export const answerWithinMs = 20_000
