import Taro from '@tarojs/taro'

/** A chosen PDF: a path in WeChat, the file itself in a browser. */
export interface ChosenPdf { name: string; bytes: number; file: string | Blob }

/** A PDF from a chat, as WeChat offers them. undefined: nothing chosen. */
export const choosePdf = async (): Promise<ChosenPdf | undefined> => {
  try {
    const { tempFiles: [file] } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] })
    return file && { name: file.name, bytes: file.size, file: file.path }
  } catch {
    return undefined
  }
}
