import Taro from '@tarojs/taro'

/** What a verdict feels like in the hand, without looking: short for yes, twice for one to look at, long for no. */
export type Signal = 'good' | 'look' | 'bad'

export const signal = (kind: Signal): void => {
  if (kind === 'bad') return void Taro.vibrateLong()
  void Taro.vibrateShort({ type: 'heavy' })
  if (kind === 'look') setTimeout(() => void Taro.vibrateShort({ type: 'heavy' }), 180)
}
