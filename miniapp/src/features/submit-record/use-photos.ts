import type { Answer, Input } from '@shared/contract/index'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import { clientId } from '@/api/client-id'
import type { Reply } from '@/api/reply'
import { type ChosenPhoto, choosePhotos, keepPhoto, keptPhoto, uploadPhoto } from '@/platform/photos'
import { type DraftPhoto, mostPhotos } from './draft'

/** Asks for a place to upload a photo to. */
export type StartUpload = (photo: Input<'startUpload'>) => Promise<Reply<Answer<'startUpload'>>>
export const startOwn: StartUpload = (photo) => call('startUpload', photo)

export interface PhotoProgress { percent: number; failed: boolean }

/** Photos of a draft: chosen, kept on the phone, uploaded at once; each shows how far it is and can be tried again. After a kill they go on from the kept file. */
export const usePhotos = (photos: DraftPhoto[], change: (to: (photos: DraftPhoto[]) => DraftPhoto[]) => void, start: StartUpload, most = mostPhotos) => {
  const [progress, setProgress] = useState<Record<string, PhotoProgress>>({})
  const chosen = useRef(new Map<string, ChosenPhoto>())
  const busy = useRef(new Set<string>())

  const upload = useCallback(async (photo: DraftPhoto) => {
    if (busy.current.has(photo.photoId)) return
    busy.current.add(photo.photoId)
    const note = (percent: number, failed = false) => setProgress((p) => ({ ...p, [photo.photoId]: { percent, failed } }))
    note(0)
    const file = chosen.current.get(photo.photoId) ?? keptPhoto(photo.path, photo.bytes)
    const started = await start({ id: photo.photoId, contentType: file.contentType, bytes: file.bytes })
    let lastNoted = 0
    // Every 20 %: each step is a setData in WeChat.
    const sent = started.ok && (await uploadPhoto(file, started.value.url, started.value.fields, (percent) => {
      if (percent - lastNoted < 20) return
      lastNoted = percent
      note(percent)
    }))
    busy.current.delete(photo.photoId)
    note(sent ? 100 : 0, !sent)
    if (sent) change((all) => all.map((p) => (p.photoId === photo.photoId ? { ...p, uploaded: true } : p)))
  }, [change, start])

  useEffect(() => {
    for (const p of photos) if (!p.uploaded) void upload(p)
  }, [])

  const add = async () => {
    const picked = await choosePhotos(most - photos.length)
    const added: DraftPhoto[] = []
    for (const photo of picked.slice(0, most - photos.length)) {
      const photoId = clientId()
      chosen.current.set(photoId, photo)
      const path = (await keepPhoto(photo, photoId)) ?? photo.preview
      added.push({ photoId, path, bytes: photo.bytes, contentType: photo.contentType, uploaded: false })
    }
    change((all) => [...all, ...added])
    for (const photo of added) void upload(photo)
  }
  const remove = (photoId: string) => change((all) => all.filter((p) => p.photoId !== photoId))
  return { progress, add: () => void add(), remove, retry: (p: DraftPhoto) => void upload(p) }
}
