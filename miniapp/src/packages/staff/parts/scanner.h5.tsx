import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { t } from '@/text'
import { Box, Tap, Text } from '@/ui/primitives'
import { useDialogKeys } from '@/ui/dialog-keys'
import { toast } from '@/ui/toast'
import { c } from '../check-in/text'
import { s } from '../text'
import { useCamera } from '@/platform/camera.h5'
import { pickPicture, readCode } from '@/platform/code-reader.h5'
import type { ScannerProps } from './scanner'

/** The light beside the camera, where the phone lets a page have it: undefined where it does not. */
const torchOf = (stream: MediaStream): ((on: boolean) => Promise<void>) | undefined => {
  const [track] = stream.getVideoTracks()
  if (!track || !(track.getCapabilities?.() as { torch?: boolean } | undefined)?.torch) return undefined
  return (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }).catch(() => {})
}

/** The live camera in a dialog. It stays open for the next person; codes that were read are told with their verdict in it. Without a camera, a picture. */
export const Scanner = ({ title, onCode, onClose, children, dialog }: ScannerProps) => {
  const video = useRef<HTMLVideoElement>(null)
  const torch = useRef<(on: boolean) => Promise<void>>()
  const [lit, setLit] = useState<boolean>()
  useDialogKeys(onClose)
  const camera = useCamera(video, onCode, (stream) => {
    torch.current = torchOf(stream)
    if (torch.current) setLit(false)
  })
  const fromPicture = async () => {
    const picture = await pickPicture()
    const text = picture && (await readCode(picture))
    if (text) await onCode(text)
    else if (picture) toast(s('noCodeFound'))
  }
  const light = (on: boolean) => {
    setLit(on)
    void torch.current?.(on)
  }
  const words = { opening: 'loadingScanner', on: 'scanning', off: 'cameraOff' } as const
  return createPortal(
    <Box className='s-viewer' role='dialog' label={title}>
      <Box className='s-viewer-stage s-camera'>
        <video ref={video} className='s-video' style={{ visibility: camera === 'on' ? 'visible' : 'hidden' }} aria-label={s('cameraView')} muted playsInline />
        <Box className='s-camera-words' live='polite'><Text className='q-strong q-block'>{title}</Text><Text>{s(words[camera])}</Text></Box>
      </Box>
      <Box className='s-camera-said'>{children}</Box>
      <Box className='s-viewer-bar'>
        <Tap onTap={() => void fromPicture()}>{s('fromPicture')}</Tap>
        {lit !== undefined && <Tap onTap={() => light(!lit)} selected={lit}>{c(lit ? 'torchOff' : 'torch')}</Tap>}
        <Tap onTap={onClose}>{t('close')}</Tap>
      </Box>
      {dialog}
    </Box>,
    document.body,
  )
}
