/** A phone prints nothing; see paper.h5.ts. */
export const canPrint = false
export const printPage = (): void => {}

/** No picture: a slip's link is for paper. */
export const slipPicture = (_code: string): string | undefined => undefined
