export const onNetworkBack = (then: () => void): (() => void) => {
  addEventListener('online', then)
  return () => removeEventListener('online', then)
}

export const mayBeOnline = async (): Promise<boolean> => navigator.onLine
