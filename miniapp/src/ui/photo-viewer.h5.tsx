import { useState } from 'react'
import { t } from '@/text'
import { useDialogKeys } from './dialog-keys'
import { Box, Img, Tap } from './primitives'

/** A photo over the whole page. A tap on it zooms; the arrows (and swipes of a scrolled photo) move on. */
export const PhotoViewer = ({ urls, at, onClose }: { urls: string[]; at: number; onClose: () => void }) => {
  const [index, setIndex] = useState(at)
  const [zoomed, setZoomed] = useState(false)
  useDialogKeys(onClose)
  const move = (by: number) => {
    setZoomed(false)
    setIndex((i) => (i + by + urls.length) % urls.length)
  }
  return (
    <Box className='q-viewer' role='dialog' label={t('viewPhoto', { n: index + 1 })}>
      <Box className={`q-viewer-frame ${zoomed ? 'q-viewer-zoomed' : ''}`}><Img src={urls[index] ?? ''} alt={t('viewPhoto', { n: index + 1 })} onTap={() => setZoomed((z) => !z)} /></Box>
      <Box className='q-viewer-bar'>
        {urls.length > 1 && <Tap className='q-viewer-button' label='←' onTap={() => move(-1)}>‹</Tap>}
        <Box className='q-grow'>{index + 1} / {urls.length}</Box>
        {urls.length > 1 && <Tap className='q-viewer-button' label='→' onTap={() => move(1)}>›</Tap>}
        <Tap className='q-viewer-button' label={t('close')} onTap={onClose}>✕</Tap>
      </Box>
    </Box>
  )
}
