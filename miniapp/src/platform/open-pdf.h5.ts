import type { PdfLink } from './open-pdf'

/** Opens a PDF in a tab of its own, opened before the link is known: browsers let only a tap open one. Where none may be opened, in this one. False: there was no link. */
export const openPdf = async (link: PdfLink): Promise<boolean> => {
  const tab = window.open('', '_blank')
  const found = await link()
  if (!found) {
    tab?.close()
    return false
  }
  if (tab) {
    tab.opener = null
    tab.location.href = found.url
  } else window.location.href = found.url
  return true
}
