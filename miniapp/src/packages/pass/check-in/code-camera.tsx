import { useEffect } from 'react'
import { scanCode } from '@/platform/scan-code'

export interface CodeCameraProps {
  title: string
  onCode: (text: string) => void
  onClose: () => void
}

/** WeChat's own scanner, over the page; it closes with the code. */
export const CodeCamera = ({ onCode, onClose }: CodeCameraProps) => {
  useEffect(() => {
    void scanCode().then((text) => {
      onClose()
      if (text) onCode(text)
    })
  }, [])
  return null
}
