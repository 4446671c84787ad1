import { t } from '@/text'
import { Field } from '@/ui/parts'
import { Box, Img, Tap, Text } from '@/ui/primitives'
import { type DraftPhoto, mostPhotos } from './draft'
import { type StartUpload, usePhotos } from './use-photos'

interface Props { photos: DraftPhoto[]; change: (to: (photos: DraftPhoto[]) => DraftPhoto[]) => void; start: StartUpload; label: string; hint: string; fault: string | undefined; most?: number }

/** Photos, each with how far it is; style in photo-field.css, which the page brings. */
export const PhotoField = ({ photos, change, start, label, hint, fault, most = mostPhotos }: Props) => {
  const { progress, add, remove, retry } = usePhotos(photos, change, start, most)
  return (
    <Field label={`${label} ${photos.length}/${most}`} hint={hint} fault={fault}>
      <Box className='q-photos'>
        {photos.map((p, i) => {
          const state = progress[p.photoId]
          return (
            <Box key={p.photoId} className='submit-photo'>
              <Box className='q-photo'><Img className='q-photo-picture' fit='aspectFill' src={p.path} alt={t('viewPhoto', { n: i + 1 })} /></Box>
              {p.uploaded ? <Text className='q-small q-green q-block'>✓ {t('uploadDone')}</Text>
                : state?.failed ? <Tap className='q-small q-red submit-retry' onTap={() => retry(p)}>{t('uploadFailed')}</Tap>
                : <Text className='q-small q-soft q-block'>{t('uploading', { n: state?.percent ?? 0 })}</Text>}
              <Tap className='submit-remove' label={t('removePhoto', { n: i + 1 })} onTap={() => remove(p.photoId)}>✕</Tap>
            </Box>
          )
        })}
        {photos.length < most && <Tap className='q-photo submit-add' onTap={add} label={t('addPhoto')}><Text className='submit-plus'>＋</Text><Text className='q-small q-block'>{t('addPhoto')}</Text></Tap>}
      </Box>
    </Field>
  )
}
