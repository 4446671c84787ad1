import Taro from '@tarojs/taro'

export type PdfLink = () => Promise<{ url: string; fileName: string } | undefined>

/** Downloads a PDF and shows it in WeChat's own reader, whose menu can send or save it. False: there was no link, or it did not come. */
export const openPdf = async (link: PdfLink): Promise<boolean> => {
  const found = await link()
  if (!found) return false
  const filePath = `${Taro.env.USER_DATA_PATH}/${found.fileName}`
  try {
    const { statusCode } = await Taro.downloadFile({ url: found.url, filePath })
    if (statusCode !== 200) return false
    await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true })
    return true
  } catch {
    return false
  }
}
