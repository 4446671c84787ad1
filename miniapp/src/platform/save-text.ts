import Taro from '@tarojs/taro'

/** Offers a text file to the person: WeChat writes it and opens the sharing sheet. False: they chose not to. */
export const saveText = async (name: string, text: string): Promise<boolean> => {
  const path = `${Taro.env.USER_DATA_PATH}/${name}`
  Taro.getFileSystemManager().writeFileSync(path, text, 'utf8')
  try {
    await Taro.shareFileMessage({ filePath: path, fileName: name })
    return true
  } catch {
    return false
  }
}
