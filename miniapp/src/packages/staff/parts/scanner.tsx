import { type ReactNode, useEffect, useRef, useState } from 'react'
import { scanCode } from '@/platform/scan-code'
import type { Signal } from '@/platform/signal'
import { Button } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { c } from '../check-in/text'

export interface ScannerProps {
  /** What is scanned for: the dialog's name. */
  title: string
  /** What came of a code: it says how long that is to be looked at. */
  onCode: (text: string) => Promise<Signal>
  onClose: () => void
  /** The last verdict and what waits, where the scanner covers the page. */
  children?: ReactNode
  /** What is asked over it, while it waits. */
  dialog?: ReactNode
}

/** Long enough to be seen; what somebody has to look at, longer. */
const lookMs = { good: 1_200, look: 2_500, bad: 2_500 } as const

/** WeChat's own scanner, over the page: it closes with each code, the page shows the verdict, and it opens again for the next one until it is cancelled. */
export const Scanner = ({ onCode, onClose, dialog }: ScannerProps) => {
  const told = useRef({ onCode, onClose })
  told.current = { onCode, onClose }
  const [between, setBetween] = useState(false)
  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout>
    const next = async () => {
      setBetween(false)
      const text = await scanCode()
      if (over) return
      if (!text) return told.current.onClose()
      setBetween(true)
      const felt = await told.current.onCode(text)
      if (!over) timer = setTimeout(() => void next(), lookMs[felt])
    }
    void next()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [])
  return between ? <Box><Box className='s-queue s-change'><Text className='q-grow'>{c('nextOne')}</Text><Button small kind='plain' onTap={onClose}>{c('stopScanning')}</Button></Box>{dialog}</Box> : null
}
