import { getCurrentInstance } from '@tarojs/runtime'
import type Taro from '@tarojs/taro'

export { useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/plugin-framework-react/dist/runtime'

type Given = Record<string, unknown>
type Call = (...given: unknown[]) => { onProgressUpdate: (then: unknown) => void } | undefined
declare const wx: Record<string, Call> & { env: object }
declare const getCurrentPages: () => object[]

/** What WeChat answers by callback, here by promise. */
const answered = [
  'addPhoneCalendar', 'chooseMedia', 'chooseMessageFile', 'downloadFile', 'getNetworkType', 'getRandomValues', 'getScreenBrightness', 'getStorage', 'login', 'navigateBack', 'navigateTo', 'openDocument', 'pageScrollTo',
  'previewImage', 'reLaunch', 'redirectTo', 'request', 'requestSubscribeMessage', 'scanCode', 'setClipboardData', 'setKeepScreenOn', 'setNavigationBarTitle', 'setScreenBrightness', 'setStorage', 'setTabBarItem',
  'shareFileMessage', 'stopPullDownRefresh', 'switchTab', 'uploadFile', 'vibrateLong', 'vibrateShort',
]
/** What it answers at once. */
const direct = ['getFileSystemManager', 'getStorageInfoSync', 'getStorageSync', 'offNetworkStatusChange', 'onNetworkStatusChange', 'removeStorageSync', 'setStorageSync']

const callOf = (name: string): Call => {
  const call = wx[name]
  if (!call) throw new Error(`This WeChat has no ${name}`)
  return call
}
const promised = (name: string) => (options: Given = {}) => {
  let task: ReturnType<Call>
  const answer = new Promise((success, fail) => {
    task = callOf(name)({ ...options, success, fail })
  })
  return Object.assign(answer, { progress: (then: unknown) => task?.onProgressUpdate(then) })
}
const calls = Object.fromEntries([...answered.map((name) => [name, promised(name)]), ...direct.map((name) => [name, (...given: unknown[]) => callOf(name)(...given)])])

/** What this app asks of Taro in WeChat, and no more: stands for `@tarojs/taro` in that build (config/few-parts.cjs), which knows every call there is. */
export default { ...calls, env: wx.env, getCurrentInstance, getCurrentPages } as unknown as typeof Taro

/** Asked for by the app's frame as Taro writes it. Nothing here is measured in designers' pixels. */
export const initPxTransform = (): void => {}
