import { meetingEndpoints } from '@shared/contract/meetings'
import { cancelMeeting } from '../../use-cases/cancel-meeting'
import { closeMeeting } from '../../use-cases/close-meeting'
import { correctMinutes } from '../../use-cases/correct-minutes'
import { listMeetings } from '../../use-cases/list-meetings'
import { planMeeting } from '../../use-cases/plan-meeting'
import { prepareMeeting } from '../../use-cases/prepare-meeting'
import { recordVote } from '../../use-cases/record-vote'
import { saveMeeting } from '../../use-cases/save-meeting'
import { showMeeting } from '../../use-cases/show-meeting'
import type { Routes } from '../app'

/** Meetings of branches: agenda, roll, votes, minutes. */
export const meetingRoutes: Routes = {
  listMeetings: { endpoint: meetingEndpoints.listMeetings, useCase: listMeetings },
  prepareMeeting: { endpoint: meetingEndpoints.prepareMeeting, useCase: prepareMeeting },
  planMeeting: { endpoint: meetingEndpoints.planMeeting, useCase: planMeeting },
  showMeeting: { endpoint: meetingEndpoints.showMeeting, useCase: showMeeting },
  saveMeeting: { endpoint: meetingEndpoints.saveMeeting, useCase: saveMeeting },
  recordVote: { endpoint: meetingEndpoints.recordVote, useCase: recordVote },
  closeMeeting: { endpoint: meetingEndpoints.closeMeeting, useCase: closeMeeting },
  cancelMeeting: { endpoint: meetingEndpoints.cancelMeeting, useCase: cancelMeeting },
  correctMinutes: { endpoint: meetingEndpoints.correctMinutes, useCase: correctMinutes },
}
