import { type RefObject, useEffect, useRef, useState } from 'react'
import { readCode } from './code-reader.h5'

const everyMs = 200
/** A code held in front of the camera is read once, and again after this. */
const sameAgainMs = 4000

const stop = (stream: MediaStream | undefined): void => {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

/** The live camera behind the phone in `video`, and each code that comes before it; `off` also where the page may have none, as over plain HTTP. */
export const useCamera = (video: RefObject<HTMLVideoElement>, onCode: (text: string) => Promise<unknown>, onOpen?: (stream: MediaStream) => void): 'opening' | 'on' | 'off' => {
  const [camera, setCamera] = useState<'opening' | 'on' | 'off'>('opening')
  const told = useRef(onCode)
  told.current = onCode
  useEffect(() => {
    let over = false
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout>
    const last = { text: '', at: 0 }
    const look = async () => {
      const text = video.current?.videoWidth ? await readCode(video.current) : undefined
      if (over) return
      if (text && (text !== last.text || Date.now() - last.at > sameAgainMs)) {
        Object.assign(last, { text, at: Date.now() })
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
      onOpen?.(stream)
      void look()
    }
    open().catch(() => !over && setCamera('off'))
    return () => {
      over = true
      clearTimeout(timer)
      stop(stream)
    }
  }, [video])
  return camera
}
