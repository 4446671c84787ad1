import { escaped } from '../http/escaped'

/** What WeChat's authorize pages want, by their path. */
const scopes: Record<string, string> = { '/connect/qrconnect': 'snsapi_login', '/connect/oauth2/authorize': 'snsapi_userinfo' }
export const isAuthorizePage = (path: string): boolean => Object.hasOwn(scopes, path)

/** Why WeChat would show an error in place of its page; undefined where it would not. */
export const faultOfAuthorize = (path: string, query: URLSearchParams, appId: string | undefined): string | undefined => {
  if (!appId || query.get('appid') !== appId) return 'AppID 参数错误'
  if (query.get('response_type') !== 'code') return 'response_type 参数错误'
  if (query.get('scope') !== scopes[path]) return 'Scope 参数错误或没有 Scope 权限'
  return /^https?:\/\//.test(query.get('redirect_uri') ?? '') ? undefined : 'redirect_uri 参数错误'
}

/** Where the browser goes on: the parameters come before the fragment, as WeChat puts them. A user who says no brings no code. */
export const goOn = (redirectUri: string, state: string, code?: string): string => {
  const url = new URL(redirectUri)
  if (code !== undefined) url.searchParams.set('code', code)
  url.searchParams.set('state', state)
  return url.href
}

/** The page on which a user of WeChat says yes. Who they are is typed here: the stand-in has no phone to ask. */
export const authorizeHtml = (query: URLSearchParams): string => {
  const kept = ['redirect_uri', 'state'].map((name) => `<input type="hidden" name="${name}" value="${escaped(query.get(name) ?? '')}">`).join('')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>微信登录（本机替身）</title>
<style>body{font:16px/1.6 sans-serif;max-width:360px;margin:48px auto;padding:0 16px}input[type=text]{font:inherit;width:100%;box-sizing:border-box;padding:8px}button{font:inherit;padding:8px 24px;margin:16px 8px 0 0}</style>
<h1>微信登录</h1><p>本机替身，不是真的微信。</p><form action="/connect/confirm">${kept}<label>微信用户<input type="text" name="user" value="web-user" pattern="[A-Za-z0-9_-]{1,48}" required></label>
<p><label><input type="checkbox" name="union" value="1"> 与小程序同属一个开放平台账号</label></p><button name="answer" value="yes">同意</button><button name="answer" value="no" formnovalidate>拒绝</button></form></html>`
}
