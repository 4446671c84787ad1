import Taro from '@tarojs/taro'

/** A chosen sheet: `content` is base64. */
export interface ChosenSheet { name: string; bytes: number; content: string }

/** A file from a chat, as WeChat offers them. undefined: nothing chosen. */
export const chooseSheet = async (): Promise<ChosenSheet | undefined> => {
  try {
    const { tempFiles: [file] } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] })
    if (!file) return undefined
    return { name: file.name, bytes: file.size, content: String(Taro.getFileSystemManager().readFileSync(file.path, 'base64')) }
  } catch {
    return undefined
  }
}
