import { useRef } from 'react'
import { createPortal } from 'react-dom'
import { useCamera } from '@/platform/camera.h5'
import { pickPicture, readCode } from '@/platform/code-reader.h5'
import { t } from '@/text'
import { useDialogKeys } from '@/ui/dialog-keys'
import { Box, Tap, Text } from '@/ui/primitives'
import { toast } from '@/ui/toast'
import type { CodeCameraProps } from './code-camera'
import { v } from './text'

/** The live camera over the page; it closes with the code. Without a camera, a picture. */
export const CodeCamera = ({ title, onCode, onClose }: CodeCameraProps) => {
  const video = useRef<HTMLVideoElement>(null)
  useDialogKeys(onClose)
  const read = (text: string) => {
    onClose()
    onCode(text)
  }
  const camera = useCamera(video, async (text) => read(text))
  const fromPicture = async () => {
    const picture = await pickPicture()
    const text = picture && (await readCode(picture))
    if (text) read(text)
    else if (picture) toast(v('noCode'))
  }
  return createPortal(
    <Box className='v-camera' role='dialog' label={title}>
      <Box className='v-stage'>
        <video ref={video} className='v-video' style={{ visibility: camera === 'on' ? 'visible' : 'hidden' }} aria-label={v('cameraView')} muted playsInline />
        <Box className='v-camera-words' live='polite'><Text className='q-strong q-block'>{title}</Text><Text>{v(camera === 'on' ? 'point' : camera === 'off' ? 'cameraOff' : 'opening')}</Text></Box>
      </Box>
      <Box className='v-bar'>
        <Tap onTap={() => void fromPicture()}>{v('fromPicture')}</Tap>
        <Tap onTap={onClose}>{t('close')}</Tap>
      </Box>
    </Box>,
    document.body,
  )
}
