import type { AttachmentView } from '@shared/contract/attachments'
import { refuse } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import type { UseCase } from '../http/app'
import { readAllUploaded, readUploaded, type Uploaded } from '../store/attachments'
import { readMe } from '../store/people'
import type { Context } from './context'

/** Where a scan waits to be looked at: a prefix of its own, of which the bucket tells another function than of photos. */
export const quarantineFileKey = (personId: string, fileId: string) => `quarantine-files/${personId}/${fileId}`
/** Where a file lies for good: by its own hash. */
export const attachmentKey = (personId: string, sha256: string) => `attachments/${personId}/${sha256}.pdf`

const titles = { scan: '入团志愿书扫描件', 'e-file': '电子团员档案' } as const

const viewOf = async (context: Context, personId: string, name: string, { fileId, kind = 'scan', sha256, bytes, pages, at, refusedBecause }: Uploaded): Promise<AttachmentView> => {
  const fileName = `${titles[kind]}-${name}-${localDateIn('Asia/Shanghai', Date.parse(at))}.pdf`
  return {
    fileId, kind, state: refusedBecause !== undefined ? 'refused' : sha256 === undefined ? 'waiting' : 'ready', at, bytes, ...(pages !== undefined && { pages }), ...(refusedBecause !== undefined && { refusedBecause }),
    ...(sha256 !== undefined && { sha256, url: await context.files.presignRead(attachmentKey(personId, sha256), fileName), fileName }),
  }
}

/** How far an upload is; once it is there, a link to it that ends after five minutes. */
export const showAttachment: UseCase<'showAttachment'> = async (context, { personId, fileId }) => {
  const [file, me] = await Promise.all([readUploaded(context.table, personId, fileId), readMe(context.table, personId)])
  return file && me ? viewOf(context, personId, me.name, file) : refuse('not-found')
}

/** The files of a person's applications that are there, newest first. */
export const listAttachments: UseCase<'listAttachments'> = async (context, { personId }) => {
  const [files, me] = await Promise.all([readAllUploaded(context.table, personId), readMe(context.table, personId)])
  const there = files.filter(({ sha256 }) => sha256 !== undefined).sort((a, b) => (a.at < b.at ? 1 : -1))
  return { files: await Promise.all(there.map((file) => viewOf(context, personId, me?.name ?? '', file))) }
}
