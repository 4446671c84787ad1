import { messageEndpoints } from '@shared/contract/messages'
import { allowNotices, showNotices } from '../../use-cases/allow-notices'
import { countUnread, listMessages, markRead } from '../../use-cases/list-messages'
import type { Routes } from '../app'

/** What a person is told, in the app and by WeChat. */
export const messageRoutes: Routes = {
  listMessages: { endpoint: messageEndpoints.listMessages, useCase: listMessages },
  countUnread: { endpoint: messageEndpoints.countUnread, useCase: countUnread },
  markRead: { endpoint: messageEndpoints.markRead, useCase: markRead },
  showNotices: { endpoint: messageEndpoints.showNotices, useCase: showNotices },
  allowNotices: { endpoint: messageEndpoints.allowNotices, useCase: allowNotices },
}
