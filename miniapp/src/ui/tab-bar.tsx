import type { TabName } from './page'
import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { language } from '@/text/language'
import { t } from '@/text'

/** WeChat draws the bar; only its words follow the language. */
export const TabBar = (_: { current: TabName }) => {
  useEffect(() => {
    if (language() === 'zh-CN') return
    for (const [index, text] of [t('tabHome'), t('tabEvents'), t('tabRecords'), t('tabMe')].entries()) void Taro.setTabBarItem({ index, text })
  }, [])
  return null
}
