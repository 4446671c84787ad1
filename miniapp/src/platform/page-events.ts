import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'

export const useShown = (then: () => void): void => useDidShow(then)
export const useBottomReached = (then: () => void): void => useReachBottom(then)

/** Pull to refresh, WeChat's own. The page's configuration must have `enablePullDownRefresh`. */
export const usePulled = (refresh: () => Promise<unknown>): number => {
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))
  return 0
}

/** The words in WeChat's bar above the page. */
export const setTitle = (title: string): void => void Taro.setNavigationBarTitle({ title })
