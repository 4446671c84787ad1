import { tabForget, tabKept } from './tab-storage.h5'

/** The code of the slip's link that opened the app (start.h5.ts): it outlives the way to WeChat's page and back. */
export const linkedCode = (_: string | undefined): string | undefined => tabKept('bind')
export const forgetLinkedCode = (): void => tabForget('bind')
