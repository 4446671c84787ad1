/** A phone is never wide; see use-wide.h5.ts. */
export const useWide = (): boolean => false
