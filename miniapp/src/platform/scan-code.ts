import Taro from '@tarojs/taro'

/** The text of a code in front of WeChat's own scanner; undefined where nothing was scanned. */
export const scanCode = (): Promise<string | undefined> => Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] }).then(({ result }) => result, () => undefined)
