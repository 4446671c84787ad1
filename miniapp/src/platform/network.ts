import Taro from '@tarojs/taro'

/** Calls back at once and whenever the connection comes or goes. Returns the way to stop. */
export const watchNetwork = (onChange: (online: boolean) => void): (() => void) => {
  const changed = ({ isConnected }: { isConnected: boolean }) => onChange(isConnected)
  Taro.onNetworkStatusChange(changed)
  Taro.getNetworkType({ success: ({ networkType }) => onChange(networkType !== 'none') })
  return () => Taro.offNetworkStatusChange(changed)
}
