import type { RecordView } from '@shared/contract/records'
import { useState } from 'react'
import { Tag } from '@/ui/parts'
import { Box, Img, Tap, Text } from '@/ui/primitives'
import { s } from '../text'
import { PhotoViewer } from './photo-viewer'

/** A record's photos small, each opening in the viewer. */
export const PhotoStrip = ({ photos }: { photos: RecordView['photos'] }) => {
  const [at, setAt] = useState<number>()
  const ready = photos.filter((p) => p.url)
  if (!photos.length) return <Text className='q-soft q-block'>{s('noPhotos')}</Text>
  return (
    <>
      <Box className='s-photos'>
        {ready.map((p, i) => <Tap key={p.photoId} className='s-photo' style={{ width: '96px' }} label={s('photoN', { n: i + 1 })} onTap={() => setAt(i)}><Img className='s-photo-img' fit='aspectFill' src={p.thumbnailUrl ?? p.url ?? ''} /></Tap>)}
      </Box>
      {photos.some((p) => p.usedBefore) && <Tag tone='bad'>{s('usedBefore')}</Tag>}
      {at !== undefined && <PhotoViewer urls={ready.flatMap((p) => p.url ?? [])} at={at} onClose={() => setAt(undefined)} />}
    </>
  )
}
