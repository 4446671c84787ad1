import Taro from '@tarojs/taro'

/** Asks WeChat's user about notices by these templates, as WeChat wants it: in answer to a tap. Gives the templates that were allowed once more; none where they said no or cannot be asked. */
export const askNotices = async (templateIds: string[]): Promise<string[]> => {
  try {
    // Taro's types also ask for Alipay's ids.
    const answer = (await Taro.requestSubscribeMessage({ tmplIds: templateIds } as Parameters<typeof Taro.requestSubscribeMessage>[0])) as unknown as Record<string, string>
    return templateIds.filter((id) => answer[id] === 'accept')
  } catch {
    return []
  }
}
export const canAskNotices = true
