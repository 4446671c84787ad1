import Taro from '@tarojs/taro'

/** Calls `then` as soon as there is a network again; gives what ends it. */
export const onNetworkBack = (then: () => void): (() => void) => {
  const changed = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) then()
  }
  Taro.onNetworkStatusChange(changed)
  return () => Taro.offNetworkStatusChange(changed)
}

/** False where the phone knows that it has none; true says little. */
export const mayBeOnline = (): Promise<boolean> => Taro.getNetworkType().then(({ networkType }) => networkType !== 'none', () => true)
