import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { t } from '@/text'
import { Box, Tap, Text } from '@/ui/primitives'
import { useDialogKeys } from '@/ui/dialog-keys'
import { toast } from '@/ui/toast'
import { c } from '../check-in/text'
import { s } from '../text'
import { pickPicture, readCode } from './code-reader.h5'
import type { ScannerProps } from './scanner'

const stop = (stream: MediaStream | undefined): void => {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
const everyMs = 200
/** A code held in front of the camera is one scan, however long; and another once it was out of sight for this long. */
const sameAgainMs = 4000

/** The light beside the camera, where the phone lets a page have it: undefined where it does not. */
const torchOf = (stream: MediaStream): ((on: boolean) => Promise<void>) | undefined => {
  const [track] = stream.getVideoTracks()
  if (!track || !(track.getCapabilities?.() as { torch?: boolean } | undefined)?.torch) return undefined
  return (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }).catch(() => {})
}

/** The live camera in a dialog. It stays open for the next person; codes that were read are told with their verdict in it. Without a camera, a picture. */
export const Scanner = ({ title, onCode, onClose, children, dialog }: ScannerProps) => {
  const video = useRef<HTMLVideoElement>(null)
  const [camera, setCamera] = useState<'opening' | 'on' | 'off'>('opening')
  const torch = useRef<(on: boolean) => Promise<void>>()
  const [lit, setLit] = useState<boolean>()
  const told = useRef(onCode)
  told.current = onCode
  useDialogKeys(onClose)
  useEffect(() => {
    let over = false
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout>
    const last = { text: '', at: 0 }
    const look = async () => {
      const text = video.current?.videoWidth ? await readCode(video.current) : undefined
      if (over) return
      const again = text === last.text && Date.now() - last.at <= sameAgainMs
      if (text) Object.assign(last, { text, at: Date.now() })
      if (text && !again) {
        await told.current(text)
      }
      if (!over) timer = setTimeout(() => void look(), everyMs)
    }
    const open = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (over || !video.current) return stop(stream)
      video.current.srcObject = stream
      await video.current.play()
      setCamera('on')
      torch.current = torchOf(stream)
      if (torch.current) setLit(false)
      void look()
    }
    // Also where the page has no `mediaDevices`, as over plain HTTP.
    open().catch(() => !over && setCamera('off'))
    return () => {
      over = true
      clearTimeout(timer)
      stop(stream)
    }
  }, [])
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
