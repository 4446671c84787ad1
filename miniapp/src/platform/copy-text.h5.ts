/** Puts text on the clipboard. False: the browser did not let us. */
export const copyText = (text: string): Promise<boolean> => navigator.clipboard.writeText(text).then(() => true, () => false)
