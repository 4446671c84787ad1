import Taro from '@tarojs/taro'

/** A short buzz: one for yes, a long one for no. */
export const buzz = (yes: boolean): void => void (yes ? Taro.vibrateShort({ type: 'medium' }) : Taro.vibrateLong())
