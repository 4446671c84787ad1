import { type EndpointName, endpoints } from '@shared/contract'
import type { Endpoint } from '@shared/contract/endpoint'
import { defaultProcedure } from '@shared/rules/default-procedure'
import { progressRoutes } from '../../functions/http/routes/progress'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { branch, host, pathOf, student } from '../support/paths'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

/** Everyone of the small world, by what they are towards the student `w-student` of wangcang.s01.b01 and the home of wangcang.t01. */
const everyone = [
  'w-student', 'w-classmate', 'w-student-b02', 'w-student-s02', 'w-manager', 'w-secretary', 'w-secretary-b02', 'w-school', 'w-township', 'w-county',
  'w-secretary-s02', 'w-school-s02', 'w-township-t02', 'w-manager-t02',
  'q-student', 'q-manager', 'q-secretary', 'q-school', 'q-township', 'q-county',
] as const
type Who = (typeof everyone)[number]

const students = everyone.filter((who) => who.includes('student') || who.includes('classmate'))
const over = ['w-secretary', 'w-school', 'w-county'] as const
const all = everyone
const grantors = ['w-school', 'w-county'] as const
const hosts = ['w-manager', 'w-township', 'w-county'] as const
const ofCounty = everyone.filter((who) => who.startsWith('w-'))
const hours = Array.from({ length: 7 }, () => [])

const planned = { date: '2026-06-14', place: '教室', host: '张老师', recorder: '李老师', candidates: [], items: [] }
const instants = { startedAt: '2026-06-13T01:00:00Z', endedAt: '2026-06-13T02:00:00Z' }

/**
 * Who may call what, said a second time and in other words than the contract: an endpoint that is not here fails the test. `open` needs no
 * session, `unbound` is for an identity without a person.
 */
const expected: Record<EndpointName, { may: readonly Who[] | 'open' | 'unbound'; body?: unknown }> = {
  listDemoAccounts: { may: 'open' },
  signIn: { may: 'open', body: { provider: 'demo', code: 'nobody' } },
  renewSession: { may: all },
  bindIdentity: { may: 'unbound', body: { code: 'AAAA' } },
  issueBindingCode: { may: over, body: { id: 'client-id-1' } },
  startWebSignIn: { may: 'open' },
  listPeople: { may: all },
  switchPerson: { may: all, body: { personId: 'nobody' } },
  issueJoinCode: { may: all, body: { id: 'client-id-8' } },
  issueBindingCodes: { may: over, body: { id: 'client-id-9', org: branch } },
  attestGuardianConsent: { may: over, body: { id: 'client-id-7', version: '2026-11-25', how: 'paper' } },
  unbindPerson: { may: over },
  home: { may: all },
  listMessages: { may: all },
  countUnread: { may: all },
  markRead: { may: all, body: { at: '2026-06-15T02:00:00Z', messageId: 'message-none' } },
  showNotices: { may: all },
  allowNotices: { may: all, body: { id: 'client-id-9', kinds: ['record'] } },
  showProgress: { may: [student, ...over] },
  exportCase: { may: [student, ...over] },
  listMembers: { may: over },
  showDashboard: { may: over },
  startUpload: { may: all, body: { id: 'photo-0001', contentType: 'image/jpeg', bytes: 1000 } },
  startUploadFor: { may: over, body: { id: 'photo-0002', contentType: 'image/jpeg', bytes: 1000 } },
  showUpload: { may: all },
  submitRecord: { may: students, body: { id: 'record-0001', category: 'volunteering', ...instants, quantity: 60, title: '敬老院', photoIds: [] } },
  submitRecordFor: { may: over, body: { id: 'record-0002', category: 'volunteering', ...instants, quantity: 60, title: '敬老院', why: '没有手机' } },
  listRecords: { may: [student, ...over] },
  showRecord: { may: [student, ...over] },
  withdrawRecord: { may: students, body: { id: 'client-id-2' } },
  withdrawRecordFor: { may: over, body: { id: 'client-id-8' } },
  correctRecord: { may: over, body: { id: 'client-id-9', version: 0, category: 'volunteering', ...instants, quantity: 60, title: '敬老院', words: '时间写错' } },
  appealRecord: { may: students, body: { id: 'client-id-7', words: '当天我在场' } },
  keepRecord: { may: over, body: { id: 'client-id-11' } },
  listCollisions: { may: over },
  listReviews: { may: over },
  reviewRecords: { may: over, body: { decisions: [{ id: 'decision-01', personId: student, recordId: 'record-none', verdict: 'approved' }] } },
  grantRoll: { may: over, body: { id: 'roll-00001', org: branch, category: 'civics-class', title: '思政课', ...instants, quantity: 1, people: [{ personId: 'nobody' }] } },
  listEvents: { may: all },
  showEvent: { may: all },
  publishEvent: { may: hosts, body: { id: 'event0000001', org: host, title: '河道清理', category: 'volunteering', startsAt: '2026-06-20T01:00:00Z', endsAt: '2026-06-20T03:00:00Z', place: '东河镇' } },
  signUp: { may: students, body: { id: 'client-id-3' } },
  cancelSignUp: { may: students },
  exportCalendar: { may: all },
  listAttendees: { may: hosts },
  issueCards: { may: over, body: { id: 'client-id-11', org: branch } },
  cutOffCard: { may: over, body: { id: 'client-id-12' } },
  listEventPeople: { may: hosts },
  registerScanner: { may: hosts, body: { id: 'scanner-0001' } },
  listScanners: { may: hosts },
  cutOffScanner: { may: hosts, body: { id: 'client-id-11' } },
  listPassKeys: { may: hosts },
  registerVenueKey: { may: hosts, body: { id: 'A'.repeat(22), publicKey: 'A'.repeat(43) } },
  checkInAtVenue: { may: students, body: { sentAt: '2026-06-15T02:00:00Z', scans: [{ scanId: 'A'.repeat(36), direction: 'entry', deviceTime: '2026-06-15T02:00:00Z', code: 'none' }] } },
  claimExit: { may: students, body: { id: 'client-id-12', leftAt: '2026-06-15T02:00:00Z' } },
  checkIn: { may: hosts, body: { scanner: 'scanner-0001', sentAt: '2026-06-15T02:00:00Z', scans: [{ scanId: 'A'.repeat(36), direction: 'entry', deviceTime: '2026-06-15T02:00:00Z', personId: 'nobody' }] } },
  listConflicts: { may: hosts },
  decideConflict: { may: hosts, body: { id: 'client-id-4', accept: false, words: '不是本人' } },
  listPersonScans: { may: hosts },
  undoScan: { may: hosts, body: { id: 'client-id-5', personId: student } },
  listSpotChecks: { may: ['w-township', 'w-county'] },
  showScanReport: { may: ['w-township', 'w-county'] },
  spotCheck: { may: ['w-township', 'w-county'], body: { id: 'client-id-6', personId: student, confirmed: true } },
  closeEvent: { may: hosts, body: { id: 'client-id-4' } },
  showApplication: { may: [student, ...over] },
  apply: { may: students, body: { id: 'application-1', letter: '我申请加入' } },
  applyFor: { may: over, body: { id: 'application-2', date: '2026-06-14', photoIds: ['photo-none'] } },
  listIntroducers: { may: students },
  withdrawApplication: { may: students, body: { id: 'client-id-5', version: 1 } },
  listApplications: { may: over },
  showBoard: { may: over },
  fillForm: { may: students, body: { id: 'client-id-5', version: 1, form: { ethnicity: '汉族', education: '第一中学', family: '父亲', statement: '我愿意' }, introducers: ['w-classmate'] } },
  actOnApplication: { may: over, body: { id: 'client-id-6', version: 99, what: { act: 'return', reason: '请写具体' } } },
  actOnApplications: { may: ['w-secretary'], body: { what: { act: 'swear-in', date: '2026-06-14', place: '礼堂' }, people: [{ id: 'client-id-6', version: 99, personId: student }] } },
  speakForApplicant: { may: all, body: { id: 'client-id-6', personId: student, what: { act: 'mentor-talk', date: '2026-06-14', notes: '谈话' } } },
  showTasks: { may: all },
  startAttachment: { may: over, body: { id: 'file-0001', contentType: 'application/pdf', bytes: 1000 } },
  showAttachment: { may: [student, ...over] },
  listAttachments: { may: [student, ...over] },
  listMeetings: { may: over },
  prepareMeeting: { may: over },
  planMeeting: { may: ['w-secretary'], body: { id: 'meeting-1', ...planned } },
  showMeeting: { may: over },
  saveMeeting: { may: ['w-secretary'], body: { id: 'client-id-6', revision: 1, ...planned, roll: [], besides: { should: 0, present: 0 } } },
  recordVote: { may: ['w-secretary'], body: { id: 'client-id-7', personId: student, secret: true, for: 1, against: 0, abstain: 0 } },
  closeMeeting: { may: ['w-secretary'], body: { id: 'client-id-8', revision: 1 } },
  cancelMeeting: { may: ['w-secretary'], body: { id: 'client-id-9', revision: 1, reason: '改期' } },
  correctMinutes: { may: ['w-secretary'], body: { id: 'client-id-10', revision: 1, minutes: '记录', reason: '写错' } },
  importRoster: { may: over, body: { org: branch, content: 'YQ==', dryRun: true } },
  importRecords: { may: over, body: { id: 'import-0001', org: branch, kind: 'volunteering', platform: 'zhiyuan-sichuan', fileName: 'a.csv', content: 'YQ==', dryRun: true } },
  listImports: { may: over },
  undoImport: { may: over, body: { org: branch } },
  listRoleGrants: { may: grantors },
  listRoleHolders: { may: grantors },
  proposeRole: { may: grantors, body: { id: 'client-id-8', personId: 'w-classmate', role: 'branch-secretary', scope: branch, why: '支部推选' } },
  // Of nothing that is proposed: whoever may ask at all hears that it is not there.
  decideRoleGrant: { may: ['w-school', 'w-school-s02', 'w-township', 'w-township-t02', 'w-county'], body: { id: 'client-id-9', to: 'approved' } },
  removeRole: { may: ['w-county'] },
  issueStaffCode: { may: grantors, body: { id: 'client-id-10' } },
  unbindStaff: { may: grantors },
  listOrgs: { may: all },
  listReads: { may: all },
  issueDocument: { may: [student, ...over], body: { id: 'document-1', kind: 'transcript' } },
  issueAdmissionPaper: { may: [student, ...over], body: { id: 'document-2', kind: 'application-letter' } },
  listDocuments: { may: [student, ...over] },
  showDocument: { may: [student, ...over] },
  withdrawDocument: { may: [student, ...over] },
  exportMembers: { may: over },
  exportRecords: { may: over },
  exportDevelopment: { may: over },
  exportNotices: { may: over },
  exportAudit: { may: grantors },
  showAuditKey: { may: 'open' },
  verifyDocument: { may: 'open' },
  listStudyIssues: { may: over },
  publishStudyIssue: { may: ['w-county'], body: { org: 'wangcang', id: '2026-24', title: '第十五季第3期', publishedAt: '2026-06-15T02:00:00Z' } },
  withdrawStudyIssue: { may: ['w-county'], body: { id: 'client-id-8', org: 'wangcang' } },
  listRuleSets: { may: over },
  showRuleDraft: { may: ['w-county'] },
  saveRuleDraft: { may: ['w-county'], body: { id: 'client-id-9', org: 'wangcang', revision: 0, content: { counting: {}, requirements: [] } } },
  discardRuleDraft: { may: ['w-county'], body: { id: 'client-id-10', org: 'wangcang', revision: 0 } },
  previewRuleSet: { may: ['w-county'] },
  publishRuleSet: { may: ['w-county'], body: { id: 'client-id-11', org: 'wangcang', hash: '0'.repeat(64), after: 1, effectiveFrom: '2026-07-01' } },
  markLeagueMember: { may: over, body: { id: 'client-id-12', since: '2025-05-04' } },
  takeBackLeagueMember: { may: grantors, body: { id: 'client-id-13' } },
  showPlan: { may: grantors },
  checkViolations: { may: grantors },
  exportViolations: { may: grantors },
  listNumbers: { may: grantors },
  allocateNumbers: { may: ['w-county'], body: { id: 'client-id-14', org: 'wangcang.s01', year: 2026, count: 10 } },
  saveCommitteeQuota: { may: ['w-county'], body: { id: 'client-id-15', org: 'wangcang.s01', year: 2026, revision: 0, quota: 10 } },
  saveQuotas: { may: grantors, body: { id: 'client-id-16', org: 'wangcang.s01', year: 2026, revision: 0, lines: [{ branch, grade: '*', quota: 1 }] } },
  setSchoolStage: { may: ['w-county'], body: { org: 'wangcang.s01', stage: 'junior-middle' } },
  listLeagueSchools: { may: grantors },
  showLeagueSchool: { may: grantors },
  saveLeagueCourse: { may: grantors, body: { id: 'client-id-18', revision: 0, kind: 'applicants', title: '团课', sessions: 8 } },
  saveLeagueSession: { may: grantors, body: { id: 'client-id-19', revision: 0, date: '2026-06-14', from: '16:20', to: '17:05', place: '阶梯教室', title: '第一课', teacher: '李老师', lesson: 'lesson-1' } },
  showLeagueSession: { may: grantors },
  findAttenders: { may: grantors },
  saveLeagueRoll: { may: grantors, body: { id: 'client-id-20', revision: 1, add: ['nobody'] } },
  listLeagueClasses: { may: students },
  moveMember: { may: over, body: { id: 'client-id-18', from: { branch: 'wangcang.s01.b09' }, to: 'wangcang.s01.b02', why: '转班' } },
  claimMember: { may: over, body: { id: 'client-id-19', org: branch, name: '没有的人', birthDate: '2010-03-01', from: 'wangcang.s02.b01', why: '转学' } },
  listMoves: { may: over },
  listPlaces: { may: over },
  // Which side somebody is of is asked of the move itself: of one that is not there they all hear the same.
  decideMove: { may: everyone.filter((who) => !students.includes(who) && !who.includes('manager')), body: { to: 'refused', words: '不在本校' } },
  listStays: { may: [student, ...over] },
  showTurns: { may: grantors },
  turnYear: { may: grantors, body: { id: 'client-id-20', org: 'wangcang.s01', lines: [{ branch, className: '初三（1）班' }], dryRun: true } },
  undoTurn: { may: grantors, body: { org: 'wangcang.s01', turnId: 'turn-none-1' } },
  listTransfers: { may: over },
  settleTransfer: { may: over, body: { id: 'client-id-21', year: 2026, version: 1, what: { to: 'exception', reason: '参军' } } },
  receiveTransfer: { may: grantors, body: { id: 'client-id-22', org: 'wangcang.s01', personId: student, school: 'wangcang.s02', branch: 'wangcang.s02.b01', year: 2026, version: 1, to: 'confirmed' } },
  exportLeagueSchools: { may: grantors },
  exportTransfers: { may: over },
  showHandover: { may: over },
  replacePhone: { may: over, body: { id: 'client-id-23', why: '手机丢了' } },
  listProcedures: { may: over },
  publishProcedure: { may: ['w-county'], body: { id: 'client-id-17', org: 'wangcang', content: defaultProcedure, after: 1, effectiveFrom: '2026-07-01' } },
  rerunDecision: { may: [student, ...over] },
  showExams: { may: students },
  startExam: { may: students, body: {} },
  showExam: { may: students },
  answerExam: { may: students, body: { answers: [{ question: 0, choice: [0], seq: 1 }] } },
  submitExam: { may: students, body: {} },
  enterScores: { may: over, body: { id: 'scores-0001', org: branch, takenAt: instants.startedAt, people: [{ personId: 'nobody', score: 80 }] } },
  listExams: { may: [student, ...over] },
  correctExam: { may: over, body: { id: 'client-id-8', was: 60, score: 70, reason: '登错了' } },
  listYouthHomes: { may: all },
  showYouthHome: { may: ofCounty },
  saveHomeProfile: { may: ['w-manager'], body: { id: 'profile-01', revision: 0, introduction: '自习和活动', address: '东河镇东大街 1 号', hours } },
  saveHomeStandard: { may: ['w-manager'], body: { id: 'standard-1', revision: 0, words: '两层楼，八十个座位' } },
  assessHome: { may: ['w-county'], body: { id: 'assess-01', state: 'met', words: '现场看过', ofRevision: 1, after: 0 } },
  saveHomeProject: { may: ['w-manager'], body: { id: 'client-id-8', revision: 0, title: '四点半课堂', since: '2026-03-01' } },
  saveHomePost: { may: ['w-manager'], body: { id: 'client-id-8', revision: 0, title: '图书管理员', places: 2 } },
  findPostHolders: { may: ['w-manager'] },
  assignPost: { may: ['w-manager'], body: { id: 'holding-01', personId: 'nobody', from: '2026-06-15' } },
  endPostHolding: { may: ['w-manager'], body: { id: 'client-id-8', to: '2026-06-15' } },
  listHomeStandards: { may: hosts },
  showHomeFigures: { may: hosts },
  importQuestions: { may: ['w-county', 'w-school'], body: { org: 'wangcang.s01', content: 'YQ==', dryRun: true } },
  showQuestionBank: { may: ['w-county', 'w-school'] },
}

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  // Of the same county, but of another school and another township: only this file asks them.
  await putPerson(context, 'w-secretary-s02', { roles: [{ name: 'branch-secretary', scope: 'wangcang.s02.b01' }] })
  await putPerson(context, 'w-school-s02', { roles: [{ name: 'committee', scope: 'wangcang.s02' }] })
  await putPerson(context, 'w-township-t02', { roles: [{ name: 'committee', scope: 'wangcang.t02' }] })
  await putPerson(context, 'w-manager-t02', { roles: [{ name: 'home-manager', scope: 'wangcang.t02.home' }] })
  call = apiOf(context, allRoutes)
}, 60_000)
afterAll(() => context.close())

const refusedByAuthority = (reply: { status: number; body: { code?: string } }) => reply.status === 401 || (reply.status === 403 && reply.body.code === 'not-allowed') || reply.body.code === 'identity-bound'

test('every endpoint of the contract has a route', () => {
  expect(Object.keys(allRoutes).sort()).toEqual(Object.keys(endpoints).sort())
})

describe.each(Object.keys(endpoints) as EndpointName[])('%s', (name) => {
  const { may, body } = expected[name]
  const { method } = endpoints[name] as Endpoint

  test('asks for a session unless it is open', async () => {
    const reply = await call(undefined, method, pathOf(name), body)
    expect(reply.status === 401).toBe(may !== 'open')
  })

  test('each role in and out of scope', async () => {
    if (may === 'open') return
    for (const who of everyone) {
      const reply = await call(who, method, pathOf(name), body)
      expect({ who, name, letIn: !refusedByAuthority(reply), ...(reply.status >= 500 && { reply }) }).toEqual({ who, name, letIn: may !== 'unbound' && may.includes(who) })
    }
  })
})

test('control: without the authority check the student of another county reads the file', async () => {
  const open = apiOf(context, { showProgress: { ...progressRoutes.showProgress, endpoint: { ...endpoints.showProgress, access: { who: 'signed-in' } } } } as never)
  expect((await open('q-student', 'GET', `/v1/people/${student}/progress`)).status).toBe(200)
})
