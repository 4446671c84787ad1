import type { CheckedPdf } from '../files/check-pdf'
import type { Objects } from '../files/s3-objects'
import { readUploaded, settleAttachment } from '../store/attachments'
import type { Context } from './context'
import { attachmentKey } from './show-attachment'

/**
 * Takes a scan out of the quarantine: as it is into the private store, under its own hash, or refused with why. The original is deleted either way, last, so that a
 * function killed on the way is simply run again; what is not an upload we allowed is deleted unread.
 */
export const acceptAttachment = async (context: Context, objects: Objects, check: (bytes: Uint8Array) => Promise<CheckedPdf>, key: string): Promise<void> => {
  const [, personId = '', fileId = ''] = key.split('/')
  const file = await readUploaded(context.table, personId, fileId)
  const waits = file && file.sha256 === undefined && file.refusedBecause === undefined
  const bytes = waits ? await objects.get(key) : undefined
  if (bytes) {
    const checked = await check(bytes)
    if ('refusedBecause' in checked) await settleAttachment(context.table, personId, fileId, checked)
    else {
      await objects.put(attachmentKey(personId, checked.sha256), bytes, 'application/pdf')
      await settleAttachment(context.table, personId, fileId, { ...checked, bytes: bytes.length })
    }
  }
  await objects.delete(key)
}
