export interface WeChatPage {
  appId: string
  /** `snsapi_login` for a website's account (any browser, by a QR code), `snsapi_userinfo` for an official account's (inside WeChat). */
  scope: 'snsapi_login' | 'snsapi_userinfo'
  /** Without a slash at its end, `https://open.weixin.qq.com` or a stand-in's. */
  url: string
  /** The app's own address, to which WeChat sends the browser back. */
  appUrl: string
}

/** The address of WeChat's authorize page for this state. WeChat wants the parameters in this order, and the fragment. */
export const authorizePage = ({ appId, scope, url, appUrl }: WeChatPage) => (state: string): string => {
  const query = new URLSearchParams([['appid', appId], ['redirect_uri', appUrl], ['response_type', 'code'], ['scope', scope], ['state', state]])
  return `${url}${scope === 'snsapi_login' ? '/connect/qrconnect' : '/connect/oauth2/authorize'}?${query}#wechat_redirect`
}
