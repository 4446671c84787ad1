import { pickFiles } from '@/platform/pick-files.h5'
import type { ChosenPdf } from './choose-pdf'

/** A PDF of this machine; see choose-pdf.ts. */
export const choosePdf = async (): Promise<ChosenPdf | undefined> => {
  const [file] = await pickFiles('application/pdf,.pdf')
  return file && { name: file.name, bytes: file.size, file }
}
