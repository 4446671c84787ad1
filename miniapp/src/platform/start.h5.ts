import { language } from '@/text/language'
import '../ui/theme.h5.css'
import { tabKeep } from './tab-storage.h5'

/** What WeChat (`code`, `state`) or a slip's link (`bind`) put into the address: kept for the tab, taken out of the address and so of the history, and on to the sign-in page. */
const readAddress = (): void => {
  const query = new URLSearchParams(location.search)
  const given = ['code', 'state', 'bind'].flatMap((key) => {
    const value = query.get(key)
    return value === null ? [] : [[key, value] as const]
  })
  if (!given.length) return
  for (const [key, value] of given) tabKeep(key, value)
  history.replaceState(null, '', `${location.pathname}#/pages/sign-in/index`)
}

/** The page's language, for screen readers and fonts; and what the address brought. */
export const startPlatform = (): void => {
  document.documentElement.lang = language()
  readAddress()
}
