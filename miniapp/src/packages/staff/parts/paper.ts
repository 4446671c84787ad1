/** A phone prints nothing; see paper.h5.ts. */
export const canPrint = false
export const printPage = (): void => {}

/** No picture: what is printed here is for paper. */
export const codePicture = (_code: string): string | undefined => undefined
export const linkPicture = (_code: string): string | undefined => undefined
