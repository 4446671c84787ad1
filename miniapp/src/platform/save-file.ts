import Taro from '@tarojs/taro'

/** Offers a file, given in base64, to the person: WeChat writes it and opens the sharing sheet. False: they chose not to. */
export const saveFile = async (name: string, base64: string, _contentType: string): Promise<boolean> => {
  const path = `${Taro.env.USER_DATA_PATH}/${name}`
  Taro.getFileSystemManager().writeFileSync(path, base64, 'base64')
  try {
    await Taro.shareFileMessage({ filePath: path, fileName: name })
    return true
  } catch {
    return false
  }
}
