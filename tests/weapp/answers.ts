import { type Answer as Of, type EndpointName, endpoints } from '@shared/contract/index'
import { standardNames } from '@shared/model/youth-home'
import { defaultProcedure } from '@shared/rules/default-procedure'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import type { Answer, Request } from './wx'

type Person = NonNullable<Of<'signIn'>['person']>
export const ids = { student: 'w-student-1', staff: 'w-secretary-1', event: 'wangcang.t01.home~event-00001', ended: 'wangcang.t01.home~event-00002', home: 'wangcang.t01.home', record: 'record-00001', requirement: 'volunteer-hours', course: '2026-course-01', meeting: '2026-11-20-meeting01', branch: 'wangcang.s01.b01' }
const [branch, branchName] = ['wangcang.s01.b01', '高一（1）班团支部']
const at = '2026-11-20T08:00:00.000Z'

const student: Person = { personId: ids.student, name: '范诗萱', branch, branchName, birthDate: '2010-05-04', roles: [{ name: 'student', scope: branch, scopeName: branchName }] }
const staff: Person = { personId: ids.staff, name: '何老师', roles: [{ name: 'branch-secretary', scope: branch, scopeName: branchName }] }
const { roles: _, ...person } = student
const sessionOf = (who: Person): Of<'signIn'> => ({ token: 'a.b.c', expiresAt: Math.floor(Date.now() / 1000) + 8 * 3600, person: who })
const grantor: Person = { personId: 'w-county-1', name: '孔老师', roles: [{ name: 'county-committee', scope: 'wangcang', scopeName: '旺苍县' }] }
export const sessions = { student: sessionOf(student), staff: sessionOf(staff), grantor: sessionOf(grantor) }

const units: Record<string, string> = { volunteering: 'minute', 'civics-class': 'lesson', 'league-class': 'lesson', 'youth-study': 'issue', 'quality-activity': 'activity' }
const figures = defaultRuleSet.requirements.map((one, i) => ({
  key: one.key, kind: one.kind, enforcement: one.enforcement === 'advisory' ? 'advisory' as const : 'required' as const, ...('category' in one && { category: one.category, unit: units[one.category] }),
  required: 'atLeastPercent' in one ? one.atLeastPercent : one.atLeast, achieved: i % 2 ? 4 : 1200, met: i % 2 === 0,
}))
const line = { id: ids.record, title: '敬老院打扫', source: 'self-reported', startedAt: '2026-11-01T01:00:00.000Z', endedAt: '2026-11-01T03:00:00.000Z', quantity: 120, status: 'approved' } as const
const record: Of<'showRecord'> = { recordId: ids.record, personId: ids.student, source: 'self-reported', category: 'volunteering', status: 'pending', startedAt: line.startedAt, endedAt: line.endedAt, quantity: 120, title: line.title, place: '东河镇', submittedAt: at, photos: [], decisions: [] }
const event: Of<'showEvent'> = { eventId: ids.event, host: 'wangcang.t01.home', hostName: '东河镇青年之家', title: '河道清理', category: 'volunteering', startsAt: '2099-01-02T01:00:00.000Z', endsAt: '2099-01-02T03:00:00.000Z', place: '河堤', minimumMinutes: 30, breaks: [], capacity: 30, state: 'open', taken: 3, waiting: 0 }
/** One that the student was at, and nobody saw them leave. */
const ended: Of<'showEvent'> = { ...event, eventId: ids.ended, startsAt: '2026-11-20T07:00:00.000Z', endsAt: '2026-11-20T09:00:00.000Z', attendance: { entryAt: at, minutes: 30, looks: [] } }
const signUp: Of<'signUp'> = { ...event, signUp: { state: 'signed-up', at }, handle: 'AAAAAAAAAAAAAAAAAAAAAA' }
const application: Of<'showApplication'> = {
  person, mine: ['talk', 'return', 'withdraw'], earliestAdmission: '2027-04-01',
  next: { act: 'talk', by: ['branch-secretary'], ready: false, conditions: [{ key: 'volunteer-hours', met: false, achieved: 120, required: 1200, mend: 'record-hours' }, { key: 'age', met: true, achieved: 16, required: 14 }] },
  timeline: [{ state: 'applied', reached: '2026-11-20' }, { state: 'talked', earliest: '2026-11-25' }, { state: 'activist', earliest: '2026-11-25' }],
  application: {
    applicationId: 'application-1', state: 'applied', position: 'applied', version: 1, appliedAt: at, since: at, letter: '我志愿加入中国共产主义青年团。', mentors: [], introducers: [],
    steps: [{ n: 1, act: 'apply', to: 'applied', at, date: '2026-11-20', byName: student.name }],
  },
}
const held = { personId: ids.student, name: student.name, role: 'branch-secretary', scope: branch, scopeName: branchName } as const
const step: Of<'listRoleGrants'>['items'][number] = { n: 1, kind: 'proposed', at, byName: staff.name, ...held, why: '支部推选' }
const grant: Of<'proposeRole'> = { grantId: 'wangcang~1', ...held, newPerson: false, why: '支部推选', byName: staff.name, at, expiresAt: at, lapsed: false, mine: false, mayDecide: true }
const place = { branch, branchName, className: '高一（1）班' }
const move: Of<'moveMember'> = { moveId: 'move-00001', personId: ids.student, name: student.name, from: place, to: { branch: 'wangcang.s02.b01', branchName: '第二中学初三（1）班团支部', className: '初三（1）班' }, why: '转学', byName: staff.name, at, asks: 'new', state: 'proposed', mayDecide: true, mayWithdraw: false }
const yearTurn: NonNullable<Of<'showTurns'>['latest']> = { turnId: 'turn-0001', at, byName: grantor.name, state: 'done', undoUntil: '2099-01-01T00:00:00.000Z', lines: [{ branch, branchName, className: '高一（1）班', to: { branch, className: '高二（1）班' } }], branches: [{ branch, was: branchName, now: branchName }] }
const transferCounts = { 'to-do': 1, sent: 1, confirmed: 8, exception: 1, due: 10, below: true }
const transfer: Of<'settleTransfer'> = { personId: ids.student, name: student.name, school: 'wangcang.s01', branch, branchName, className: '高三（1）班', year: 2026, state: 'sent', version: 2, since: at, destination: { kind: 'outside', name: '四川大学' }, sentOn: '2026-09-01', late: true, steps: [{ at, byName: staff.name, state: 'to-do' }, { at: '2026-11-20T09:00:00.000Z', byName: staff.name, state: 'sent', words: '四川大学' }], may: { settle: true, except: true, receive: false } }
const attachment: Of<'showAttachment'> = { fileId: 'file-0001', kind: 'scan', state: 'ready', at, bytes: 50_000, pages: 4, sha256: '0'.repeat(64), url: 'http://files.test/a.pdf', fileName: 'a.pdf' }
const document: Of<'issueDocument'> = { documentId: 'document-0001', kind: 'transcript', issuedAt: at, pages: 1, bytes: 50_000, sha256: '0'.repeat(64), service: { minutes: 120, entries: 1, from: '2026-11-01', until: '2026-11-01' }, changedSince: false }
const ruleSet = { id: 'wangcang', version: 1 }
const rollUp = { members: 40, leagueMembers: 9, eligible: 3, pending: 2, applications: { applied: 1 }, met: Object.fromEntries(figures.map(({ key }) => [key, 12])) }

const scanned: Of<'undoScan'> = { scanId: 'scan-0001', direction: 'exit', way: 'list', verdict: 'accepted', time: '2099-01-02T02:50:00.000Z', deviceTime: '2099-01-02T02:50:00.000Z', skewMs: 0, at, byName: staff.name }
const attended: Of<'showRecord'> = { ...record, recordId: `${ids.event}:1`, source: 'attendance', status: 'approved', eventId: ids.event }

const attempt = { examId: 'league-class~1', n: 1, startedAt: at, endsAt: '2099-01-01T00:00:00.000Z', of: 2, state: 'open' as const }
const sitting: Of<'startExam'> = {
  ...attempt, course: 'league-class', serverTime: at, passMark: 60, answers: [{ question: 0, choice: [1], seq: 1 }],
  questions: [{ kind: 'single', stem: '团的组织原则是（ ）。', options: ['民主集中制', '主任负责制'] }, { kind: 'true-false', stem: '入团自愿。', options: ['正确', '错误'] }],
}
const exams: Of<'listExams'> = { exams: [{ examId: 'paper-00001', course: 'league-class', takenAt: at, score: 61, online: false, takenBack: false, at, byName: staff.name, corrections: [{ at, byName: staff.name, reason: '漏加 5 分', from: 56, to: 61 }] }] }
const bank = { org: 'wangcang.s01', orgName: '第一中学', version: 2, questions: 60, at, byName: staff.name }

const leagueFigures = { held: 0, coming: 1, due: 1, behind: 1, lessons: 1, attended: 1, lastSession: '2026-11-13' }
const leagueSession = { sessionId: 'session-01', date: '2026-11-13', from: '16:20', to: '17:05', place: '阶梯教室', title: '团的性质', teacher: staff.name, lesson: 'lesson-1', over: true, roll: { present: 1, at, byName: staff.name }, revision: 2, at, byName: staff.name }
const leagueSchool: Of<'showLeagueSchool'> = {
  org: 'wangcang.s01', name: '第一中学', kind: 'school', year: 2026, thisYear: 2026, atLeast: 6, today: '2026-11-20', ...leagueFigures,
  courses: [{ courseId: ids.course, kind: 'applicants', title: '入团团课', planned: 8, state: 'running', revision: 1, at, byName: staff.name, sessions: [leagueSession, { ...leagueSession, sessionId: 'session-02', date: '2026-11-27', lesson: 'lesson-2', over: false, roll: undefined }] }],
}
const leagueRoll: Of<'showLeagueSession'> = { ...leagueSession, org: 'wangcang.s01', courseId: ids.course, kind: 'applicants', courseTitle: '入团团课', today: '2026-11-20', lines: [{ personId: 'w-student-2', name: '何小川', className: '高一（1）班', branchName, at, byName: staff.name, late: '当天漏记' }] }

const week = Array.from({ length: 7 }, () => [{ from: '09:00', to: '18:00' }])
const assessment = { n: 1, standard: 'place', state: 'partly', words: '周末没有人值班', ofRevision: 1, at, byName: grantor.name } as const
const photo = { photoId: 'photo-0001', state: 'ready', url: 'http://files.test/a.jpg', thumbnailUrl: 'http://files.test/b.jpg' } as const
const policy = { quorum: { moreThan: [1, 2] as [number, number] }, majority: { moreThan: [1, 2] as [number, number], of: 'should-attend' as const } }
const introducers = [{ name: '陶雨辰', spoken: true }, { name: '秦若溪', spoken: false }]
const candidates: Of<'prepareMeeting'>['candidates'] = [{ personId: ids.student, name: student.name, className: '高一（1）班', state: 'form-filled', introducers, conditions: [{ key: 'introducers-spoken', met: false, mend: 'introduce' }], ready: false }]
const leagueMembers = ['陶雨辰', '秦若溪', '赵子墨'].map((name, i) => ({ personId: `w-student-${i + 5}`, name, leagueMember: true }))
const meeting: Of<'showMeeting'> = {
  meetingId: ids.meeting, org: branch, branchName, state: 'planned', revision: 2, at, byName: '何老师', date: '2026-11-20', place: '阶梯教室', host: '何老师', recorder: '陶雨辰', candidates, items: [{ title: '学习文件' }],
  roll: leagueMembers.map(({ personId, name }, i) => ({ personId, name, present: i < 2 })), besides: { should: 0, present: 0 }, corrections: [], policy, today: '2026-11-20', may: { edit: true }, members: leagueMembers,
}
const home: Of<'showYouthHome'> = {
  homeId: ids.home, name: '东河镇青年之家', townshipName: '东河镇', may: { edit: true, assess: false }, month: { month: '2026-11', came: 12, distinct: 7, events: 2 }, visits: 1, managers: ['何老师'],
  profile: { revision: 1, at, byName: staff.name, introduction: '自习、借书、排练', address: '东大街 1 号', hours: week, contact: '0839-4201234', notice: '周六停电', cover: photo },
  standards: standardNames.map((standard, i) => (i === 0 ? { standard, revision: 2, at, byName: staff.name, words: '两层楼', evidence: [photo], state: 'partly', changedSince: true, assessment, history: [assessment, assessment] } : { standard, revision: 0, evidence: [], state: 'not-assessed', changedSince: false })),
  projects: [{ projectId: 'project-01', revision: 1, title: '四点半课堂', since: '2026-03-01' }], posts: [{ postId: 'post-0001', revision: 1, title: '图书管理员', places: 2, free: 1, holdings: [{ holdingId: 'holding-1', personId: ids.student, name: student.name, branchName, from: '2026-09-01' }] }],
}
const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)

/** One answer of each endpoint a page may ask on its way to its first screen or after one tap. Types and schemas are the contract's. */
const answers: { [N in EndpointName]?: Of<N> } = {
  listDemoAccounts: [{ code: 'demo-1', name: student.name, role: 'student', scope: branch, scopeName: branchName, about: '还差 18 小时' }],
  signIn: sessions.student, renewSession: sessions.student,
  home: { person, asOf: at, ruleSet, eligible: false, figures, next: { key: ids.requirement, missing: 60 }, pending: 1, rejected: 0 },
  showProgress: { person, asOf: at, ruleSet, eligible: false, requirements: figures.map((one) => ({ ...one, counted: [{ line, quantity: 120 }], excluded: [{ line, reason: 'overlap' as const }] })) },
  countUnread: { unread: 2 }, markRead: { unread: 0 }, showNotices: { kinds: [{ kind: 'record', templateId: 'local-record', allowed: 0 }] }, allowNotices: { kinds: [{ kind: 'record', templateId: 'local-record', allowed: 1 }] },
  listMessages: { unread: 2, items: [
    { messageId: 'message-1', at, unread: true, about: { kind: 'record', recordId: ids.record, verdict: 'approved', title: line.title } },
    { messageId: 'message-2', at, unread: true, about: { kind: 'application', applicationId: 'application-1', act: 'talk', state: 'talked', n: 2 } },
    { messageId: 'message-late', at, unread: true, about: { kind: 'late', scope: branch, scopeName: branchName, own: 2, below: 1 } },
    { messageId: 'message-3', at: '2026-11-19T08:00:00.000Z', unread: false, about: { kind: 'event', eventId: ids.event, title: event.title } },
  ] },
  exportCase: { case: 1 },
  listMembers: { items: [{ ...person, className: '高一（1）班', bound: true, eligible: false, figures, pending: 1 }] },
  showDashboard: { org: { id: branch, name: branchName, kind: 'branch' }, rollUp, requirements: figures.map(({ key, enforcement }) => ({ key, enforcement })), below: [{ id: `${branch}.g1`, name: '第一小组', kind: 'branch', rollUp }] },
  listRecords: { items: [record] }, showRecord: record, submitRecord: record, startUploadFor: { photoId: 'photo-0001', url: 'http://files.test/', fields: {}, expiresAt: at }, submitRecordFor: { ...record, source: 'on-behalf', enteredBy: { personId: ids.staff, name: staff.name, why: '没有手机' } }, withdrawRecordFor: { ...record, status: 'withdrawn' }, correctRecord: record, withdrawRecord: { ...record, status: 'withdrawn' }, appealRecord: record,
  listReviews: { items: [{ record, person, wouldChange: [{ key: 'volunteer-hours', from: 120, to: 240, required: 1200, met: false }], collisions: [], own: false }] },
  listCollisions: { items: [{ person, record: { ...record, status: 'approved' }, attendance: [attended], own: false }] }, keepRecord: { ...record, status: 'approved' },
  reviewRecords: { outcomes: [{ id: 'decision-1', personId: ids.student, recordId: ids.record, ok: true, status: 'approved' }] },
  listEvents: { items: [event] }, showEvent: event, publishEvent: event, signUp, cancelSignUp: event,
  listAttendees: { items: [{ personId: ids.student, name: student.name, branchName, signedUp: true }] },
  listConflicts: { open: 1, items: [{ scanId: 'scan-0002', direction: 'entry', way: 'list', code: 'clock-skew', time: '2099-01-02T01:00:00.000Z', deviceTime: '2099-01-02T00:00:00.000Z', skewMs: 3_600_000, at, byName: staff.name, personId: ids.student, name: student.name, branchName, signUp: 'signed-up', own: false, needsTime: false, scans: [scanned], worth: { before: 0, after: 110 } }] },
  decideConflict: { scanId: 'scan-0002', accepted: true, personId: ids.student, name: student.name, time: at, at, byName: staff.name },
  listPersonScans: { personId: ids.student, name: student.name, branchName, undoUntil: '2099-01-02T16:00:00.000Z', own: false, scans: [scanned] }, undoScan: { ...scanned, undone: { at, byName: staff.name } },
  listSpotChecks: { items: [{ personId: ids.student, name: student.name, branchName, eventId: ids.event, title: event.title, startsAt: event.startsAt, endsAt: event.endsAt, hostName: event.hostName, scan: scanned, mayDecide: true }] }, showScanReport: { events: 3, managers: [{ personId: ids.staff, name: staff.name, scans: 40, byList: 10, confirmed: 1, doubted: 0 }] }, spotCheck: { scanId: 'scan-0001', id: 'check-0001', confirmed: true, at },
  listScanners: { items: [{ scannerId: 'scanner-0001', at, expiresAt: at, personId: ids.student, name: student.name }] }, cutOffScanner: { scannerId: 'scanner-0001', at, expiresAt: at, cutOff: { at } },
  listPassKeys: { items: [{ personId: ids.student, name: student.name, branchName, state: 'signed-up', handle: 'A'.repeat(22), publicKeys: ['A'.repeat(43)] }], serverTime: at, expiresAt: at },
  registerVenueKey: { id: 'AAAAAAAAAAAAAAAAAAAAAA', at, expiresAt: '2099-01-02T04:00:00.000Z' },
  checkInAtVenue: { serverTime: at, verdicts: [{ scanId: 'scan-0001', verdict: 'accepted', eventId: ids.event, title: event.title, time: at }] },
  claimExit: { entryAt: at, minutes: 30, looks: [] },
  registerScanner: { scannerId: 'scanner-0001', at, expiresAt: at },
  checkIn: { serverTime: at, verdicts: [{ scanId: 'scan-0001', verdict: 'accepted', personId: ids.student, name: student.name, time: at }] },
  showApplication: application, apply: application, applyFor: application, withdrawApplication: application, fillForm: application, actOnApplication: application,
  listIntroducers: { needed: 2, items: [{ personId: 'w-student-5', name: '陶雨辰' }, { personId: 'w-student-6', name: '秦若溪' }, { personId: 'w-student-7', name: '何小川' }] },
  showTasks: { items: [{ personId: ids.student, name: student.name, as: 'mentor', state: 'activist', talks: 1, spoken: false, from: '2026-11-01', talkedOn: ['2026-11-10'] }, { personId: 'w-student-4', name: '何小川', as: 'introducer', state: 'form-filled', talks: 2, spoken: false, from: '2026-11-02', talkedOn: [] }] }, speakForApplicant: { state: 'cultivating' },
  listApplications: { items: [{ person, state: 'applied', at, version: 1, eligible: false, unmet: ['volunteer-hours'], waiting: { act: 'talk', by: ['branch-secretary'], since: '2026-11-20', days: 5, due: '2026-12-20', dueFor: 'talk', late: false, escalated: false, mine: true } }] },
  actOnApplications: { outcomes: [{ personId: ids.student, ok: true, state: 'talked' }] },
  showBoard: { mine: 1, late: 0, escalated: 0, escalateAfterDays: 7, states: [{ state: 'applied', n: 1, mine: 1, late: 0, escalated: 0 }], below: [] },
  issueBindingCode: { code: 'ABCD2345', expiresAt: at },
  listPeople: { people: [{ personId: ids.student, name: student.name, branchName }, { personId: 'w-student-2', name: '范小川', branchName }], bound: true, joined: 1 }, switchPerson: sessions.student,
  issueJoinCode: { code: 'K7M4-2QXD-9TPA-R', expiresAt: at }, bindIdentity: sessions.student,
  issueBindingCodes: { slips: [{ personId: ids.student, name: student.name, className: '高一（1）班', code: 'K7M4-2QXD-9TPA-R' }, { personId: 'w-student-3', name: '何小川', code: 'N3PA-7RWK-2CXM-5', guardianNeeded: true }], bound: 30, elsewhere: [], expiresAt: at },
  issueCards: { cards: [], branchName, held: 1, ended: [] }, cutOffCard: { cutOff: true }, listEventPeople: { people: [], more: false },
  listReads: { items: [{ date: '2026-11-20', name: staff.name, role: 'branch-secretary', scopeName: branchName, firstAt: at, lastAt: at, parts: ['progress', 'records'] }] },
  listDocuments: { documents: [document] }, issueDocument: document, showDocument: { url: 'http://files.test/a.pdf', fileName: 'a.pdf' }, withdrawDocument: { ...document, withdrawnAt: at }, issueAdmissionPaper: { ...document, kind: 'admission-form', service: undefined },
  startAttachment: { fileId: 'file-0001', url: 'http://files.test/', fields: {}, expiresAt: at }, showAttachment: attachment, listAttachments: { files: [attachment] },
  exportMembers: { fileName: 'a.xlsx', contentType: 'x', content: 'YQ==', rows: 1 }, exportRecords: { fileName: 'a.xlsx', contentType: 'x', content: 'YQ==', rows: 1 }, exportAudit: { fileName: 'a.ndjson', contentType: 'x', content: 'YQ==', rows: 1 }, showAuditKey: { publicKey: 'x' }, exportViolations: { fileName: 'a.xlsx', contentType: 'x', content: 'YQ==', rows: 1 }, exportDevelopment: { fileName: 'a.xlsx', contentType: 'x', content: 'YQ==', rows: 1 }, exportNotices: { fileName: 'a.xlsx', contentType: 'x', content: 'YQ==', rows: 1 },
  checkViolations: { items: [{ person, applicationId: 'application-1', number: '202651000001', admittedOn: '2026-05-15', violations: [{ code: 'notice-short', act: 'close-notice', n: 9, date: '2026-05-09', found: '4', asked: '5' }] }], checked: 12, branches: { done: 5, all: 5 } },
  moveMember: move, claimMember: move, decideMove: move, listMoves: { items: [move] }, listStays: { now: place, items: [{ kind: 'moved', at, byName: staff.name, from: place, to: { ...place, className: '高一（2）班' }, why: '转班' }, { kind: 'phone', at, byName: staff.name, from: place, why: '丢失', scanners: 1 }] },
  listPlaces: [{ id: 'wangcang.s01', name: '第一中学', kind: 'school' }, { id: branch, name: branchName, kind: 'branch', classes: ['高一（1）班', '高一（2）班'] }, { id: 'wangcang.s02', name: '第二中学', kind: 'school' }, { id: 'wangcang.s02.b01', name: '初三（1）班团支部', kind: 'branch', classes: ['初三（1）班'] }],
  showTurns: { school: 'wangcang.s01', schoolName: '第一中学', year: 2026, classes: [{ branch, className: '高一（1）班', members: 40, leagueMembers: 9, to: { branch, className: '高二（1）班' } }, { branch, className: '高三（1）班', members: 38, leagueMembers: 30 }], branches: [{ id: branch, name: branchName, nextName: '高二（1）班团支部' }], unplaced: 1, latest: yearTurn, past: [{ ...yearTurn, turnId: 'turn-0000' }] },
  turnYear: { dryRun: true, moved: 0, waiting: 2, branches: [{ branch, was: branchName, now: '高二（1）班团支部' }], lines: [{ branch, className: '高一（1）班', to: { branch, className: '高二（1）班' }, people: [{ personId: ids.student, name: student.name, leagueMember: true }] }] },
  undoTurn: { moved: 2, waiting: 0, stayed: 0, turn: { ...yearTurn, state: 'undone' } },
  listTransfers: { org: branch, year: 2026, thisYear: 2026, atLeastPercent: 99, lateDays: 7, total: transferCounts, groups: [{ id: branch, name: branchName, ...transferCounts }, { id: 'wangcang.s01.b02', name: '高三（2）班团支部', ...transferCounts }], found: 1, items: [transfer] },
  settleTransfer: transfer, receiveTransfer: transfer, exportLeagueSchools: { fileName: 'a.xlsx', contentType: 'x', content: 'YQ==', rows: 1 }, exportTransfers: { fileName: 'a.xlsx', contentType: 'x', content: 'YQ==', rows: 1 },
  showHandover: { org: branch, orgName: branchName, holders: [{ personId: ids.staff, name: staff.name, since: at }], reviews: 2, applications: [{ personId: ids.student, name: student.name, state: 'applied' }], meetings: [{ meetingId: ids.meeting, date: '2026-11-20', place: '教室', candidates: 1 }], moves: 1, transfers: 1, proposals: [{ ...grant, replaces: { personId: ids.staff, name: staff.name }, note: '材料在档案柜' }] },
  replacePhone: { code: 'AAAA-BBBB-CCCC', expiresAt: at, wasBound: true, scanners: 1, passKeys: 1 },
  showPlan: {
    year: 2026, thisYear: 2026, stages: [{ stage: 'junior-middle', youth: 40, leagueMembers: 9, ceiling: 15, over: true }],
    committees: [{
      id: 'wangcang.s01', name: '第一中学', kind: 'school', stage: 'junior-middle', quota: 10, spread: 6, reserved: 1, used: 2, revision: 2, at, byName: grantor.name, numbers: { given: 50, left: 47 }, youth: 40, leagueMembers: 9,
      branches: [{ id: branch, name: branchName, stage: 'junior-middle', youth: 40, leagueMembers: 9 }], lines: [{ branch, branchName, grade: '*', quota: 6, reserved: 1, used: 2, left: 3 }],
    }],
  },
  listNumbers: { year: 2026, free: 51, items: [{ committee: 'wangcang.s01', committeeName: '第一中学', from: 1, to: 50, next: 4, first: '202651000001', last: '202651000050', left: 47, at, byName: grantor.name }] },
  listLeagueSchools: { year: 2026, thisYear: 2026, atLeast: 6, today: '2026-11-20', schools: [{ org: 'wangcang.s01', name: '第一中学', kind: 'school', stage: 'junior-middle', ...leagueFigures }] },
  showLeagueSchool: leagueSchool, saveLeagueCourse: leagueSchool, saveLeagueSession: leagueSchool, showLeagueSession: leagueRoll, saveLeagueRoll: { session: leagueRoll, outcomes: [{ personId: ids.student, ok: true }] },
  findAttenders: { people: [{ personId: ids.student, name: student.name, className: '高一（1）班', branch, branchName, leagueMember: false }], more: false, branches: [{ id: branch, name: branchName }] },
  listLeagueClasses: { sessions: [{ sessionId: 'session-01', date: '2026-11-27', from: '16:20', to: '17:05', place: '阶梯教室', title: '团的组织原则', teacher: staff.name, lesson: 'lesson-3' }] },
  listProcedures: { items: [{ version: 2, content: { ...defaultProcedure, cultivation: { months: 6, mentorTalks: 2 } } as never, effectiveFrom: '2026-01-01', state: 'in-force', publishedAt: at, byName: grantor.name }, { version: 1, content: defaultProcedure as never, effectiveFrom: '0001-01-01', state: 'past' }] },
  listRuleSets: { items: [{ ruleSet: { ...defaultRuleSet, version: 2 }, effectiveFrom: '2026-01-01', state: 'in-force', publishedAt: at, byName: staff.name }, { ruleSet: defaultRuleSet, effectiveFrom: '2025-01-01', state: 'past' }] },
  showRuleDraft: { revision: 1, draft: { content: { counting: defaultRuleSet.counting, requirements: defaultRuleSet.requirements.slice(1) }, hash: 'a'.repeat(64), at, byName: staff.name } },
  saveRuleDraft: { revision: 2 }, discardRuleDraft: { revision: 2 },
  previewRuleSet: {
    hash: 'a'.repeat(64), asOf: at, against: 2, last: 2, branch: { id: branch, name: branchName, aboveName: '清江中学' }, branchesDone: 1, branches: 1, members: 40, eligibleBefore: 3, eligibleAfter: 4,
    changes: [{ person, className: '高一（1）班', eligible: true, because: [{ key: 'age', before: { enforcement: 'required', achieved: 13, required: 14, met: false } }] }],
  },
  listStudyIssues: { items: [{ id: '2026-47', title: '第十五季第3期', publishedAt: at, state: 'published', at, byName: staff.name }] },
  listImports: { items: [{ importId: 'import-00001', kind: 'volunteering', platform: '志愿四川', fileName: '三月.xlsx', at, byName: staff.name, counts: { new: 10, cut: 1, same: 2, overlaps: 0, 'unknown-person': 1, 'ambiguous-name': 0, refused: 0 }, waiting: 0 }] },
  listRoleGrants: { items: [step], open: [grant], countySecretaries: 2 }, proposeRole: grant, decideRoleGrant: { step: { ...step, kind: 'approved' } }, removeRole: { roles: [] },
  listRoleHolders: { items: [{ ...held, bound: true, branch: true, own: false, mayCode: false, mayUnbind: false, mayRemove: true }] },
  showExams: { course: 'league-class', policy: { questions: 25, minutes: 30, attempts: 3, daysBetween: 1, afterLessons: 8 }, passMark: 60, lessons: 8, passed: false, attempts: [attempt], may: 'resume' },
  startExam: sitting, showExam: sitting, answerExam: { serverTime: at, endsAt: attempt.endsAt, answers: [{ question: 0, choice: [0], seq: 2 }] }, submitExam: { ...attempt, course: 'league-class', state: 'closed', serverTime: at, passMark: 60, score: 50, right: 1, passed: false },
  enterScores: { outcomes: [{ personId: ids.student, ok: true }] }, listExams: exams, correctExam: exams, grantRoll: { outcomes: [{ personId: ids.student, ok: true }] },
  showQuestionBank: { needed: 25, own: bank, draws: bank, history: [bank, { ...bank, version: 1, questions: 40 }] },
  listYouthHomes: { homes: [{ homeId: home.homeId, name: home.name, townshipName: home.townshipName, own: true, visits: 2, introduction: '自习', address: '东大街 1 号', hours: week, coverUrl: photo.thumbnailUrl }] },
  listMeetings: { items: [{ meetingId: ids.meeting, org: branch, branchName, state: 'planned', date: '2026-11-20', place: '阶梯教室', candidates: 1, voted: 0, passed: 0 }] },
  prepareMeeting: { org: branch, branchName, candidates, members: leagueMembers, policy, today: '2026-11-20', may: { edit: true } },
  planMeeting: meeting, showMeeting: meeting, saveMeeting: meeting, recordVote: meeting, closeMeeting: meeting, cancelMeeting: meeting, correctMinutes: meeting,
  showYouthHome: home, saveHomeProfile: home, saveHomeStandard: home, assessHome: home, saveHomeProject: home, saveHomePost: home, assignPost: home, endPostHolding: home, findPostHolders: { people: [], more: false },
  listHomeStandards: { homes: [{ homeId: home.homeId, name: home.name, standards: home.standards.map(({ standard, state, changedSince, revision }) => ({ standard, state, changedSince, revision })) }] },
  showHomeFigures: { months, homes: [{ homeId: home.homeId, name: home.name, months: months.map((_, i) => ({ distinct: i, events: 2, came: 2 * i, seated: i, capacity: 40 })) }] },
  listOrgs: [{ id: branch, kind: 'branch', name: branchName }, { id: 'wangcang.s01', kind: 'school', name: '第一中学' }],
}

const routes = Object.entries(endpoints).map(([name, { method, path, answer, ...rest }]) => ({
  name: name as EndpointName, method, answer, status: 'status' in rest ? rest.status : 200, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** Answers by method and path. An answer that is not as the contract says, or is missing, throws: a page must not be looked at with what the API would never say. */
export const answer = ({ method, url }: Request): Answer => {
  const path = url.replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? ''
  const route = routes.find((one) => one.method === method && one.pattern.test(path))
  const body = path.endsWith(ids.ended) ? ended : route && answers[route.name]
  if (!route || body === undefined) throw new Error(`No answer is kept for ${method} ${path}`)
  return { status: route.status, body: JSON.parse(JSON.stringify(route.answer.parse(body))) as unknown }
}
