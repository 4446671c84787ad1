import { openReader } from './code-reader.h5'

/** See prepare-reader.ts. In the browser the decoder is fetched now, while there is a network. */
export const prepareReader = (): void => void openReader().catch(() => {})
