import { useState } from 'react'
import type { RecordView } from '@shared/contract/records'
import { t } from '@/text'
import { Card, Heading } from '@/ui/parts'
import { PhotoViewer } from '@/ui/photo-viewer'
import { Box, Img, Tap, Text } from '@/ui/primitives'

const why: Record<string, string> = { corrupt: 'photoCorrupt', 'too-large': 'photoTooLarge', 'too-many-pixels': 'photoTooLarge', 'not-an-image': 'photoNotImage' }
const refusedWords = (because: string | undefined) => {
  const key = why[because ?? '']
  return t('photoRefused', { why: key === 'photoCorrupt' || key === 'photoTooLarge' || key === 'photoNotImage' ? t(key) : (because ?? '') })
}

/** A record's photos: thumbnails that open, and in words those that wait or were refused. */
export const RecordPhotos = ({ photos }: { photos: RecordView['photos'] }) => {
  const [open, setOpen] = useState<number>()
  const ready = photos.filter((p) => p.state === 'ready' && p.url)
  if (photos.length === 0) return null
  return (
    <>
      <Heading>{t('evidencePhotos')}</Heading>
      <Card>
        <Box className='q-photos'>
          {ready.map((p, i) => <Tap key={p.photoId} className='q-photo' label={t('viewPhoto', { n: i + 1 })} onTap={() => setOpen(i)}><Img className='q-photo-picture' fit='aspectFill' src={p.thumbnailUrl ?? p.url ?? ''} /></Tap>)}
          {photos.filter((p) => p.state === 'waiting').map((p) => <Box key={p.photoId} className='q-photo q-photo-note'><Text className='q-small q-soft'>{t('photoWaiting')}</Text></Box>)}
        </Box>
        {photos.filter((p) => p.state === 'refused').map((p) => <Text key={p.photoId} className='q-red q-small q-block'>{refusedWords(p.refusedBecause)}</Text>)}
      </Card>
      {open !== undefined && <PhotoViewer urls={ready.map((p) => p.url ?? '')} at={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
