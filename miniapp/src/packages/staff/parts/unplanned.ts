/** How many of a year's courses are neither held nor planned. */
export const unplanned = ({ held, coming }: { held: number; coming: number }, atLeast: number): number => Math.max(0, atLeast - held - coming)
