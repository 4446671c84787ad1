import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { t } from '@/text'
import { Box, Tap } from '@/ui/primitives'
import { useDialogKeys } from '@/ui/dialog-keys'
import { s } from '../text'

/** Photos over the whole screen: swipe or arrow keys for the next, a tap or the button to zoom, Escape to close. Drawn at the body, so that no scrolling panel cuts it. */
export const PhotoViewer = ({ urls, at: first, onClose }: { urls: string[]; at: number; onClose: () => void }) => {
  const [at, setAt] = useState(first)
  const [zoomed, setZoomed] = useState(false)
  const from = useRef<number>()
  useDialogKeys(onClose)
  const step = (by: number) => {
    setZoomed(false)
    setAt((n) => Math.max(0, Math.min(urls.length - 1, n + by)))
  }
  useEffect(() => {
    const pressed = (e: KeyboardEvent) => {
      if (e.key === 'ArrowRight') step(1)
      if (e.key === 'ArrowLeft') step(-1)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
  const swiped = (to: number | undefined) => {
    const by = (to ?? 0) - (from.current ?? to ?? 0)
    from.current = undefined
    if (!zoomed && Math.abs(by) > 50) step(by < 0 ? 1 : -1)
  }
  return createPortal(
    <Box className='s-viewer' role='dialog' label={s('evidence')}>
      <div className='s-viewer-stage' onTouchStart={(e) => (from.current = e.touches.length === 1 ? e.touches[0]?.clientX : undefined)} onTouchEnd={(e) => from.current !== undefined && swiped(e.changedTouches[0]?.clientX)}>
        <img className={`s-viewer-img ${zoomed ? 's-viewer-zoomed' : ''}`} src={urls[at]} alt={s('photoN', { n: at + 1 })} onClick={() => setZoomed(!zoomed)} />
      </div>
      <Box className='s-viewer-bar'>
        <Tap onTap={() => step(-1)} disabled={at === 0} label={s('previous')}>‹</Tap>
        <Tap onTap={() => setZoomed(!zoomed)}>{s(zoomed ? 'zoomOut' : 'zoomIn')}</Tap>
        <Box live='polite'>{s('photoNOf', { n: at + 1, all: urls.length })}</Box>
        <Tap onTap={onClose}>{t('close')}</Tap>
        <Tap onTap={() => step(1)} disabled={at === urls.length - 1} label={s('nextOne')}>›</Tap>
      </Box>
    </Box>,
    document.body,
  )
}
