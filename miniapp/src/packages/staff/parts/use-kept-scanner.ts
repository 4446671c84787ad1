import { useEffect, useState } from 'react'
import { keepScanner } from '@/platform/offline'

/** Keeps the scanner on this device for a time without a network, as soon as somebody who may scan looks at events. Whether it is here: false until that is known. */
export const useKeptScanner = (): boolean => {
  const [here, setHere] = useState(false)
  useEffect(() => void keepScanner().then(setHere), [])
  return here
}
