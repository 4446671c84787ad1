import { useEffect, useRef, useState } from 'react'
import { useDidShow, useReachBottom } from '@tarojs/taro'

export const useShown = (then: () => void): void => useDidShow(then)
export const useBottomReached = (then: () => void): void => useReachBottom(then)

const pages = () => document.querySelectorAll<HTMLElement>('.taro_page')

/** Pull to refresh for touch: how far the page is pulled, in pixels, 0–80. Refreshes when let go beyond 60. */
export const usePulled = (refresh: () => Promise<unknown>): number => {
  const [pulled, setPulled] = useState(0)
  const latest = useRef(refresh)
  latest.current = refresh
  useEffect(() => {
    const page = Array.from(pages()).at(-1)
    if (!page) return
    let from: number | undefined
    let by = 0
    const start = (e: TouchEvent) => {
      from = page.scrollTop <= 0 ? e.touches[0]?.clientY : undefined
    }
    const move = (e: TouchEvent) => {
      if (from === undefined) return
      by = Math.max(0, Math.min(80, ((e.touches[0]?.clientY ?? from) - from) / 2))
      setPulled(by)
    }
    const end = () => {
      if (by > 60) void latest.current()
      from = undefined
      by = 0
      setPulled(0)
    }
    page.addEventListener('touchstart', start, { passive: true })
    page.addEventListener('touchmove', move, { passive: true })
    page.addEventListener('touchend', end)
    return () => {
      page.removeEventListener('touchstart', start)
      page.removeEventListener('touchmove', move)
      page.removeEventListener('touchend', end)
    }
  }, [])
  return pulled
}

export const setTitle = (title: string): void => {
  document.title = `${title} · 青程`
}
