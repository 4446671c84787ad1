/**
 * What time it is for the functions. The local stage may put another clock in its place (functions/local/stage.ts, which runs them in its own process); nothing
 * that is deployed does, and no setting of the environment can.
 */
export const clock = { now: () => Date.now() }
