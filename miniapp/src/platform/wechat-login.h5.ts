export const wechatCode = async (): Promise<string | undefined> => undefined
export const inWechat = false
