import { useEffect } from 'react'
import { viewPhotos } from '@/platform/photos'

/** WeChat's own viewer zooms and swipes. */
export const PhotoViewer = ({ urls, at, onClose }: { urls: string[]; at: number; onClose: () => void }) => {
  useEffect(() => {
    viewPhotos(urls, at)
    onClose()
  }, [])
  return null
}
