import Taro, { useRouter } from '@tarojs/taro'

/** Pages are named by their route without `/pages/` and `/index`, for example `record`; those of subpackages by `staff/reviews`. */
/** WeChat opens a tab by switching to it alone, and never with parameters. */
const tabs = ['home', 'events', 'records', 'me']
const urlOf = (page: string, params: Record<string, string | undefined> = {}): string => {
  const query = Object.entries(params).filter(([, v]) => v !== undefined).map(([k, v]) => `${k}=${encodeURIComponent(v as string)}`).join('&')
  const path = page.includes('/') ? `/packages/${page}/index` : `/pages/${page}/index`
  return query ? `${path}?${query}` : path
}

export const go = (page: string, params?: Record<string, string | undefined>): void => {
  void (tabs.includes(page) ? Taro.switchTab({ url: urlOf(page) }) : Taro.navigateTo({ url: urlOf(page, params) }))
}

/** In place of the present page. */
export const replace = (page: string, params?: Record<string, string | undefined>): void => {
  void (tabs.includes(page) ? Taro.switchTab({ url: urlOf(page) }) : Taro.redirectTo({ url: urlOf(page, params) }))
}

/** Closes every page and begins anew at this one. */
export const restartAt = (page: string, params?: Record<string, string | undefined>): void => void Taro.reLaunch({ url: urlOf(page, params) })

/** Shows the beginning of the page again. */
export const toTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

/** Whether this page is in front. */
export const isAt = (page: string): boolean => Taro.getCurrentInstance().router?.path.includes(urlOf(page).slice(1)) ?? false

/** One page back, or to `otherwise` when this page was opened directly. */
export const back = (otherwise = 'home'): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else replace(otherwise)
}

/** The page's own parameters, decoded. */
export const useParams = (): Record<string, string | undefined> => {
  const { params } = useRouter()
  return Object.fromEntries(Object.entries(params).map(([k, v]) => [k, v === undefined ? undefined : decodeSafely(v)]))
}

const decodeSafely = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
