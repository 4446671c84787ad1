import type { HomeView } from '@shared/contract/youth-homes'
import { useState } from 'react'
import { PhotoViewer } from '@/ui/photo-viewer'
import { Box, Img, Tap } from '@/ui/primitives'
import { y } from './text'

/** Photos of a home small, each opening in the viewer. */
export const HomePhotos = ({ photos, about }: { photos: HomeView['standards'][number]['evidence']; about: string }) => {
  const [at, setAt] = useState<number>()
  const ready = photos.filter(({ url }) => url)
  if (!ready.length) return null
  return (
    <>
      <Box className='q-photos'>
        {ready.map((photo, i) => <Tap key={photo.photoId} className='q-photo' label={`${about} ${y('photoN', { n: i + 1 })}`} onTap={() => setAt(i)}><Img className='q-photo-picture' fit='aspectFill' src={photo.thumbnailUrl ?? photo.url ?? ''} /></Tap>)}
      </Box>
      {at !== undefined && <PhotoViewer urls={ready.flatMap(({ url }) => url ?? [])} at={at} onClose={() => setAt(undefined)} />}
    </>
  )
}
