import { type ReactNode, useEffect } from 'react'
import { scanCode } from '@/platform/scan-code'

export interface ScannerProps {
  onCode: (text: string) => Promise<void>
  onClose: () => void
  /** What came of the last code, where the scanner stays open. */
  children?: ReactNode
}

/** WeChat's own scanner, over the page; it closes with the first code. */
export const Scanner = ({ onCode, onClose }: ScannerProps) => {
  useEffect(() => {
    void scanCode().then((text) => {
      onClose()
      if (text) void onCode(text)
    })
  }, [])
  return null
}
