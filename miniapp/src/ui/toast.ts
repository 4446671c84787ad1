import { useEffect, useState } from 'react'
import { useShown } from '@/platform/page-events'

let words = ''
let show: (() => void) | undefined

/** A short word that goes by itself, shown by the page on top, also when that page changes meanwhile. */
export const toast = (next: string): void => {
  words = next
  show?.()
  setTimeout(() => {
    if (words !== next) return
    words = ''
    show?.()
  }, 2600)
}

export const useToast = (): string => {
  const [, draw] = useState(0)
  const mine = () => draw((n) => n + 1)
  useShown(() => {
    show = mine
    if (words) mine()
  })
  useEffect(() => {
    show = mine
  }, [])
  return words
}
