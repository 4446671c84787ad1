import { attachmentEndpoints } from '@shared/contract/attachments'
import { listAttachments, showAttachment } from '../../use-cases/show-attachment'
import { startAttachment } from '../../use-cases/start-attachment'
import type { Routes } from '../app'

export const attachmentRoutes: Routes = {
  startAttachment: { endpoint: attachmentEndpoints.startAttachment, useCase: startAttachment },
  showAttachment: { endpoint: attachmentEndpoints.showAttachment, useCase: showAttachment },
  listAttachments: { endpoint: attachmentEndpoints.listAttachments, useCase: listAttachments },
}
