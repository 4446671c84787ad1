import Taro from '@tarojs/taro'

/** Puts text on the clipboard. False: it could not. */
export const copyText = (data: string): Promise<boolean> => Taro.setClipboardData({ data }).then(() => true, () => false)
