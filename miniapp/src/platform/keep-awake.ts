import Taro from '@tarojs/taro'

/** Keeps the screen on and bright, for a code that others scan; gives what ends it. */
export const keepAwake = (): (() => void) => {
  let before: number | undefined
  void Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => {})
  void Taro.getScreenBrightness().then(({ value }) => {
    before = value
    return Taro.setScreenBrightness({ value: 1 })
  }).catch(() => {})
  return () => {
    void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => {})
    if (before !== undefined) void Taro.setScreenBrightness({ value: before }).catch(() => {})
  }
}
