import Taro from '@tarojs/taro'

/** WeChat's one-time code for POST /v1/session; undefined where there is no WeChat. */
export const wechatCode = async (): Promise<string | undefined> => (await Taro.login()).code || undefined
export const inWechat = true
