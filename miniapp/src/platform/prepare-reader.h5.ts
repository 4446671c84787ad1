/** See prepare-reader.ts. In the browser the decoder is fetched now, while there is a network. */
export { prepareReader } from '@/platform/code-reader.h5'
