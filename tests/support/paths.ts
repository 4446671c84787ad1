import { type EndpointName, endpoints } from '@shared/contract'
import type { Endpoint } from '@shared/contract/endpoint'

export const host = 'wangcang.t01.home'
const theEvent = `${host}~event0000001`
export const student = 'w-student'
export const branch = 'wangcang.s01.b01'

/** Where each endpoint is asked about the small world's student, branch, home and event, if the contract's path with these in it is not all. */
const paths: Partial<Record<EndpointName, string>> = {
  listMembers: `/v1/members?org=${branch}`,
  showDashboard: `/v1/dashboard?org=${branch}`,
  showUpload: '/v1/uploads/photo-0001',
  showRecord: `/v1/people/${student}/records/record-0001`,
  withdrawRecord: '/v1/records/record-none/withdraw',
  withdrawRecordFor: `/v1/people/${student}/records/record-none/withdraw`,
  correctRecord: `/v1/people/${student}/records/record-none/corrections`,
  appealRecord: '/v1/records/record-none/appeal',
  keepRecord: `/v1/people/${student}/records/record-none/keep`,
  listCollisions: `/v1/reviews/collisions?org=${branch}`,
  listSpotChecks: '/v1/spot-checks?org=wangcang.t01',
  showScanReport: '/v1/scan-report?org=wangcang.t01',
  spotCheck: `/v1/events/${encodeURIComponent(theEvent)}/scans/${'A'.repeat(36)}/check`,
  listReviews: `/v1/reviews?org=${branch}`,
  listEvents: '/v1/events',
  showEvent: `/v1/events/${theEvent}`,
  cutOffScanner: `/v1/events/${theEvent}/scanners/scanner-none/cut-off`,
  listPassKeys: `/v1/events/${theEvent}/pass-keys?scanner=scanner-none`,
  listEventPeople: `/v1/events/${theEvent}/people?name=%E5%BC%A0`,
  decideConflict: `/v1/events/${encodeURIComponent(theEvent)}/conflicts/${'A'.repeat(36)}/decision`,
  undoScan: `/v1/events/${encodeURIComponent(theEvent)}/scans/${'A'.repeat(36)}/undo`,
  listApplications: `/v1/applications?org=${branch}`, showBoard: `/v1/applications/board?org=${branch}`,
  listImports: `/v1/imports?org=${branch}`,
  undoImport: '/v1/imports/import-none/undo',
  listRoleGrants: `/v1/role-grants?org=${branch}`,
  listRoleHolders: `/v1/role-holders?org=${branch}`,
  decideRoleGrant: '/v1/role-grants/wangcang~999/decisions',
  removeRole: `/v1/people/w-secretary-b02/roles/home-manager/${branch}?why=%E6%8D%A2%E5%B1%8A`,
  issueStaffCode: `/v1/people/w-secretary/roles/branch-secretary/${branch}/binding-code`,
  unbindStaff: `/v1/people/w-secretary/roles/branch-secretary/${branch}/binding`,
  showAttachment: `/v1/people/${student}/attachments/file-0001`,
  showDocument: `/v1/people/${student}/documents/document-1`,
  withdrawDocument: `/v1/people/${student}/documents/document-1/withdraw`,
  // A workbook has the clock's time in it.
  exportMembers: `/v1/exports/members?org=${branch}&format=csv`,
  exportRecords: `/v1/exports/records?org=${branch}&format=csv`,
  verifyDocument: '/v1/documents/AAAA-AAAA-AAAA-AAAA',
  listStudyIssues: `/v1/study-issues?org=${branch}`,
  withdrawStudyIssue: '/v1/study-issues/2026-24/withdraw',
  listRuleSets: `/v1/rule-sets?org=${branch}`,
  showRuleDraft: '/v1/rule-sets/draft?org=wangcang',
  previewRuleSet: `/v1/rule-sets/preview?org=wangcang&hash=${'0'.repeat(64)}`,
  rerunDecision: `/v1/people/${student}/application/steps/1/rerun`,
  showExam: '/v1/exams/league-class~1',
  answerExam: '/v1/exams/league-class~1/answers',
  submitExam: '/v1/exams/league-class~1/submit',
  correctExam: `/v1/people/${student}/exams/exam-none1/corrections`,
  showYouthHome: `/v1/homes/${host}`,
  saveHomeProfile: `/v1/homes/${host}/profile`,
  saveHomeStandard: `/v1/homes/${host}/standards/place`,
  assessHome: `/v1/homes/${host}/standards/place/assessments`,
  saveHomeProject: `/v1/homes/${host}/projects/project-01`,
  saveHomePost: `/v1/homes/${host}/posts/post-0001`,
  findPostHolders: `/v1/homes/${host}/candidates?name=%E5%BC%A0%E4%B8%89`,
  assignPost: `/v1/homes/${host}/posts/post-0001/holders`,
  endPostHolding: `/v1/homes/${host}/posts/post-0001/holders/holding-1/end`,
  listHomeStandards: `/v1/home-standards?org=${host}`,
  showHomeFigures: `/v1/home-figures?org=${host}`,
  showQuestionBank: '/v1/question-banks?org=wangcang.s01',
}

export const pathOf = (name: EndpointName): string => paths[name] ?? (endpoints[name] as Endpoint).path.replace('{personId}', student).replace('{eventId}', encodeURIComponent(theEvent))
