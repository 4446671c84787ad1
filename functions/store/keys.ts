import { yearOfCourse } from '@shared/model/league-school'
import { countyOf } from '@shared/model/org'
import { eventTagOf } from '@shared/pass/pass'
import type { Key } from './table'

/** Every key of the table, once (docs/decisions.md, "The ledger and its keys"). */
const serial = (n: number) => String(n).padStart(6, '0')

export const ledgerPrefix = 'L#'
export const decisionPrefix = 'L#D#'
export const examPrefix = 'L#X#'
export const applicationPrefix = 'A#'
export const applicationHeadPrefix = 'AH#'
export const readPrefix = 'V#'
export const guardianConsentPrefix = 'G#'
export const documentPrefix = 'D#'
export const messagePrefix = 'M#'
export const attachmentPrefix = 'AT#'
export const lookPrefix = (eventId: string) => `W#${eventId}#`
export const examSheetPrefix = 'TS#'
export const queuePartition = (orgId: string) => `Q#${orgId}`
export const reviewPrefix = 'R#'
export const collisionPrefix = (personId?: string) => (personId === undefined ? 'C#' : `C#${personId}#`)
export const samplePrefix = 'S#'
export const conflictPrefix = 'C#'
export const eventPartition = (eventId: string) => `E#${eventId}`
export const personPartition = (personId: string) => `P#${personId}`
export const rolesPartition = (countyId: string) => `ROLES#${countyId}`
export const roleStepPrefix = 'T#'
export const roleHolderPrefix = (scope: string) => `H#${scope}`
export const policyPartition = (countyId: string) => `POLICY#${countyId}`
export const importPartition = (orgId: string, importId: string) => `I#${orgId}~${importId}`
export const openExamsPartition = (countyId: string) => `OPEN#${countyId}`
export const openExamPrefix = 'X#'
export const homePartition = (homeId: string) => `YH#${homeId}`
export const homeStandardPrefix = 'S#'
export const homeAssessmentPrefix = 'A#'
export const homeProjectPrefix = 'J#'
export const homePostPrefix = 'O#'
export const homeVisitorsPartition = (homeId: string, month: string) => `HV#${homeId}#${month}`
export const hostPartition = (hostId: string) => `H#${hostId}`
export const noticesPartition = (countyId: string) => `NQ#${countyId}`
export const numbersPartition = (countyId: string, year: number) => `NR#${countyId}#${year}`
export const quotaPartition = (committeeId: string, year: number) => `QT#${committeeId}#${year}`
export const stayPrefix = 'BR#'
export const openMovesPartition = (countyId: string) => `MV#${countyId}`
export const turnsPartition = (school: string) => `TURN#${school}`
export const transfersPartition = (school: string) => `TR#${school}`
export const transferPrefix = (year: number, branchId = '') => (branchId === '' ? `${year}#` : `${year}#${branchId}#`)
export const meetingPartition = (branchId: string) => `MT#${branchId}`
export const meetingPrefix = 'M#'
export const minutesRevisionPrefix = (meetingId: string) => `R#${meetingId}#`
/** A school's League school in a school year. */
export const leagueSchoolPartition = (schoolId: string, year: number) => `LS#${schoolId}#${year}`
export const leagueCoursePrefix = 'C#'
export const personOf = (pk: string) => pk.slice(2)

export const scannerPrefix = 'D#'
/** Where an event's sign-ups lie: spread by person over its shards. */
export const signUpPartition = (eventId: string, shard: number) => `E#${eventId}#${shard}`
/** A person's own shard of an event (FNV-1a, as in a pass's tag): always the same. */
export const shardOf = (personId: string, shards: number): number => eventTagOf(personId) % shards
export const waitingPrefix = 'W#'
export const duePartition = (countyId: string) => `DUE#${countyId}`

/** What of an event its sign-ups' keys need. */
interface Sharded {
  eventId: string
  shards: number
}

export const keys = {
  me: (personId: string): Key => ({ pk: personPartition(personId), sk: 'ME' }),
  record: (personId: string, recordId: string): Key => ({ pk: personPartition(personId), sk: `L#R#${recordId}` }),
  scan: (personId: string, eventId: string, scanId: string): Key => ({ pk: personPartition(personId), sk: `L#S#${eventId}#${scanId}` }),
  /** After its scan: both are read together. */
  scanUndone: (personId: string, eventId: string, scanId: string): Key => ({ pk: personPartition(personId), sk: `L#S#${eventId}#${scanId}#U` }),
  /** That the level above looked at it. */
  scanChecked: (personId: string, eventId: string, scanId: string): Key => ({ pk: personPartition(personId), sk: `L#K#${eventId}#${scanId}` }),
  decision: (personId: string, n: number): Key => ({ pk: personPartition(personId), sk: `${decisionPrefix}${serial(n)}` }),
  exam: (personId: string, examId: string): Key => ({ pk: personPartition(personId), sk: `${examPrefix}${examId}` }),
  applicationStep: (personId: string, n: number): Key => ({ pk: personPartition(personId), sk: `${applicationPrefix}${serial(n)}` }),
  /** The words of a step, which may be erased. */
  applicationBody: (personId: string, n: number): Key => ({ pk: personPartition(personId), sk: `${applicationPrefix}${serial(n)}#BODY` }),
  /** The signed head of an application's chain. */
  applicationHead: (personId: string, applicationId: string): Key => ({ pk: personPartition(personId), sk: `${applicationHeadPrefix}${applicationId}` }),
  numberRange: (countyId: string, year: number, from: number): Key => ({ pk: numbersPartition(countyId, year), sk: `R#${serial(from)}` }),
  /** Who has a development number. */
  developmentNumber: (number: string): Key => ({ pk: `DN#${number}`, sk: 'NUMBER' }),
  /** How often the county gave numbers of a year: no two gifts at once. */
  numberYear: (countyId: string, year: number): Key => ({ pk: numbersPartition(countyId, year), sk: 'YEAR' }),
  /** What a committee may spread over its branches in a year, and which revision its lines are. */
  committeePlan: (countyId: string, year: number, committeeId: string): Key => ({ pk: quotaPartition(countyId, year), sk: committeeId }),
  quota: (committeeId: string, year: number, line: string): Key => ({ pk: quotaPartition(committeeId, year), sk: line }),
  /** A file of a person's application. */
  attachment: (personId: string, fileId: string): Key => ({ pk: personPartition(personId), sk: `${attachmentPrefix}${fileId}` }),
  /** Version n of a county's admission procedure. */
  procedure: (countyId: string, version: number): Key => ({ pk: policyPartition(countyId), sk: `PROCEDURE#${serial(version)}` }),
  /** One line of a person's way through branches and classes. */
  stay: (personId: string, at: string, stayId: string): Key => ({ pk: personPartition(personId), sk: `${stayPrefix}${at}#${stayId}` }),
  /** A change of branch as it was asked for, by its client's id. */
  move: (personId: string, moveId: string): Key => ({ pk: personPartition(personId), sk: `MV#${moveId}` }),
  /** That somebody has an open change of branch: one at most. */
  openMove: (countyId: string, personId: string): Key => ({ pk: openMovesPartition(countyId), sk: `P#${personId}` }),
  /** A school's latest turn of the year; those before it by their instant. */
  latestTurn: (school: string): Key => ({ pk: turnsPartition(school), sk: 'NOW' }),
  pastTurn: (school: string, at: string, turnId: string): Key => ({ pk: turnsPartition(school), sk: `R#${at}#${turnId}` }),
  /** A graduate of a school who is to be transferred. */
  transfer: (school: string, year: number, branchId: string, personId: string): Key => ({ pk: transfersPartition(school), sk: `${transferPrefix(year, branchId)}${personId}` }),
  /** A meeting of a branch, by the date it was first planned for. */
  meeting: (branchId: string, meetingId: string): Key => ({ pk: meetingPartition(branchId), sk: `${meetingPrefix}${meetingId}` }),
  /** What a meeting's minutes said before correction n. */
  minutesRevision: (branchId: string, meetingId: string, n: number): Key => ({ pk: meetingPartition(branchId), sk: `${minutesRevisionPrefix(meetingId)}${serial(n)}` }),
  leagueCourse: (schoolId: string, courseId: string): Key => ({ pk: leagueSchoolPartition(schoolId, yearOfCourse(courseId)), sk: `${leagueCoursePrefix}${courseId}` }),
  /** After its course: both are read together. */
  leagueSession: (schoolId: string, courseId: string, sessionId: string): Key => ({ pk: leagueSchoolPartition(schoolId, yearOfCourse(courseId)), sk: `${leagueCoursePrefix}${courseId}#S#${sessionId}` }),
  /** Who was at a session. */
  leagueRoll: (schoolId: string, courseId: string, sessionId: string): Key => ({ pk: leagueSchoolPartition(schoolId, yearOfCourse(courseId)), sk: `R#${courseId}#${sessionId}` }),
  /** A message in a person's inbox, by its instant. */
  message: (personId: string, at: string, id: string): Key => ({ pk: personPartition(personId), sk: `${messagePrefix}${at}#${id}` }),
  /** How far a person has read their messages. */
  inbox: (personId: string): Key => ({ pk: personPartition(personId), sk: 'INBOX' }),
  /** A notice by WeChat that waits to be sent, by its message's instant. */
  notice: (countyId: string, at: string, personId: string, messageId: string): Key => ({ pk: noticesPartition(countyId), sk: `${at}#${personId}#${messageId}` }),
  weChatToken: (appId: string): Key => ({ pk: `WT#${appId}`, sk: 'TOKEN' }),
  /** The questions drawn for attempt n, as they are shown. */
  examPaper: (personId: string, course: string, n: number): Key => ({ pk: personPartition(personId), sk: `T#${course}#${serial(n)}` }),
  /** Which of their options are right: read to score, and never else. */
  examKey: (personId: string, course: string, n: number): Key => ({ pk: personPartition(personId), sk: `TK#${course}#${serial(n)}` }),
  examSheet: (personId: string, course: string, n: number): Key => ({ pk: personPartition(personId), sk: `${examSheetPrefix}${course}#${serial(n)}` }),
  /** That an attempt is open, by its end. */
  openExam: (countyId: string, endsAt: string, personId: string, course: string, n: number): Key => ({ pk: openExamsPartition(countyId), sk: `${openExamPrefix}${endsAt}#${personId}#${course}#${serial(n)}` }),
  bankQuestion: (orgId: string, course: string, questionId: string): Key => ({ pk: `QB#${orgId}#${course}`, sk: `Q#${questionId}` }),
  bankVersion: (orgId: string, course: string, n: number): Key => ({ pk: `QB#${orgId}#${course}`, sk: `V#${serial(n)}` }),
  photo: (personId: string, photoId: string): Key => ({ pk: personPartition(personId), sk: `F#${photoId}` }),
  /** That somebody looked at the person's file on a local date. */
  read: (personId: string, date: string, readerId: string): Key => ({ pk: personPartition(personId), sk: `${readPrefix}${date}#${readerId}` }),
  /** The person's own consent, by its instant. */
  consent: (personId: string, at: string): Key => ({ pk: personPartition(personId), sk: `N#${at}` }),
  guardianConsent: (personId: string, id: string): Key => ({ pk: personPartition(personId), sk: `${guardianConsentPrefix}${id}` }),
  document: (personId: string, documentId: string): Key => ({ pk: personPartition(personId), sk: `${documentPrefix}${documentId}` }),
  /** Whose document has a code, by the code's hash. */
  documentCode: (hash: string): Key => ({ pk: `DOC#${hash}`, sk: 'CODE' }),
  photoHash: (sha256: string): Key => ({ pk: `HASH#${sha256}`, sk: 'FIRST' }),
  member: (branchId: string, personId: string): Key => ({ pk: `B#${branchId}`, sk: `P#${personId}` }),
  waitingReview: (branchId: string, submittedAt: string, personId: string, recordId: string): Key => ({ pk: queuePartition(branchId), sk: `${reviewPrefix}${submittedAt}#${personId}#${recordId}` }),
  /** An approved report that attendance met, in its branch's queue. */
  collision: (branchId: string, personId: string, recordId: string): Key => ({ pk: queuePartition(branchId), sk: `${collisionPrefix(personId)}${recordId}` }),
  /** A check-in by the list that an organisation is to look at. */
  sample: (orgId: string, at: string, personId: string, scanId: string): Key => ({ pk: queuePartition(orgId), sk: `${samplePrefix}${at}#${personId}#${scanId}` }),
  event: (eventId: string): Key => ({ pk: `E#${eventId}`, sk: 'EVENT' }),
  hostEvent: (hostId: string, startsAt: string, eventId: string): Key => ({ pk: hostPartition(hostId), sk: `E#${startsAt}#${eventId}` }),
  /** That a person holds a seat or waits for one, in the order of start. */
  seat: (personId: string, startsAt: string, eventId: string): Key => ({ pk: personPartition(personId), sk: `U#${startsAt}#${eventId}` }),
  signUp: ({ eventId, shards }: Sharded, personId: string): Key => ({ pk: signUpPartition(eventId, shardOf(personId, shards)), sk: `P#${personId}` }),
  /** Who is number n in a shard's line. */
  waiting: (eventId: string, shard: number, n: number): Key => ({ pk: signUpPartition(eventId, shard), sk: `${waitingPrefix}${serial(n)}` }),
  seats: (eventId: string, shard: number): Key => ({ pk: signUpPartition(eventId, shard), sk: 'SEATS' }),
  /** What a finished event came to. */
  summary: (eventId: string): Key => ({ pk: `E#${eventId}`, sk: 'SUMMARY' }),
  /** That an event is to be finished at an instant. */
  due: (countyId: string, when: string, eventId: string): Key => ({ pk: duePartition(countyId), sk: `${when}#${eventId}` }),
  /** Until when the county's homes have their visit days. After every instant, and so never due. */
  visitDays: (countyId: string): Key => ({ pk: duePartition(countyId), sk: 'VISITS' }),
  /** That a person came to a home in a month, YYYY-MM. */
  homeVisitor: (homeId: string, month: string, personId: string): Key => ({ pk: homeVisitorsPartition(homeId, month), sk: `P#${personId}` }),
  homeMonth: (homeId: string, month: string): Key => ({ pk: `HM#${homeId}`, sk: month }),
  /** Whose a pass is. A partition for each, so that a scan reads it by what the code says alone, and no event's members share one. */
  handle: (handle: string): Key => ({ pk: `K#${handle}`, sk: 'HANDLE' }),
  /** Whose a printed card is, by the hash of its code. */
  card: (hash: string): Key => ({ pk: `CARD#${hash}`, sk: 'CARD' }),
  /** A person's latest card. */
  personCard: (personId: string): Key => ({ pk: personPartition(personId), sk: 'CARD' }),
  /** A phone that scans at an event. */
  scanner: (eventId: string, scannerId: string): Key => ({ pk: `E#${eventId}`, sk: `${scannerPrefix}${scannerId}` }),
  /** What a scan came to that is not in the ledger. */
  scanVerdict: (scanId: string): Key => ({ pk: `SV#${scanId}`, sk: 'VERDICT' }),
  /** A scan that waits for a manager's decision. */
  conflict: (eventId: string, time: string, scanId: string): Key => ({ pk: `E#${eventId}`, sk: `C#${time}#${scanId}` }),
  /** That a scan of this person waited for a manager, by its event. */
  look: (personId: string, eventId: string, scanId: string): Key => ({ pk: personPartition(personId), sk: `${lookPrefix(eventId)}${scanId}` }),
  /** Of a screen that shows the venue's code: read by what the code says alone. */
  venueKey: (keyId: string): Key => ({ pk: `VK#${keyId}`, sk: 'KEY' }),
  /** How the times of an upload were found. */
  scanTelemetry: (eventId: string, at: string, scanId: string): Key => ({ pk: `E#${eventId}`, sk: `T#${at}#${scanId}` }),
  import: (orgId: string, importId: string): Key => ({ pk: importPartition(orgId, importId), sk: 'IMPORT' }),
  /** Records that an import writes, a hundred together; `part` follows from them. */
  importPart: (orgId: string, importId: string, part: string): Key => ({ pk: importPartition(orgId, importId), sk: `C#${part}` }),
  orgImport: (orgId: string, at: string, importId: string): Key => ({ pk: `I#${orgId}`, sk: `M#${at}#${importId}` }),
  homeProfile: (homeId: string): Key => ({ pk: homePartition(homeId), sk: 'PROFILE' }),
  /** Revision n of what is said and shown for a standard. */
  homeStandard: (homeId: string, standard: string, n: number): Key => ({ pk: homePartition(homeId), sk: `${homeStandardPrefix}${standard}#${serial(n)}` }),
  homeAssessment: (homeId: string, n: number): Key => ({ pk: homePartition(homeId), sk: `${homeAssessmentPrefix}${serial(n)}` }),
  homeProject: (homeId: string, projectId: string): Key => ({ pk: homePartition(homeId), sk: `${homeProjectPrefix}${projectId}` }),
  homePost: (homeId: string, postId: string): Key => ({ pk: homePartition(homeId), sk: `${homePostPrefix}${postId}` }),
  rollUp: (orgId: string): Key => ({ pk: `O#${orgId}`, sk: 'ROLLUP' }),
  org: (orgId: string): Key => ({ pk: `ORGS#${countyOf(orgId)}`, sk: orgId }),
  ruleSet: (countyId: string, version: number): Key => ({ pk: policyPartition(countyId), sk: `RULES#${serial(version)}` }),
  ruleDraft: (countyId: string): Key => ({ pk: policyPartition(countyId), sk: 'DRAFT' }),
  /** The policy that the county's projections were last swept with. */
  swept: (countyId: string): Key => ({ pk: policyPartition(countyId), sk: 'SWEPT' }),
  /** Entry n about the county's study issues. */
  studyIssue: (countyId: string, n: number): Key => ({ pk: policyPartition(countyId), sk: `ISSUE#${serial(n)}` }),
  examPolicy: (countyId: string, course: string): Key => ({ pk: policyPartition(countyId), sk: `EXAM#${course}` }),
  identity: (appId: string, openId: string): Key => ({ pk: `W#${appId}#${openId}`, sk: 'IDENTITY' }),
  /** Which identity a WeChat user of this union id is known by. */
  union: (unionId: string): Key => ({ pk: `U#${unionId}`, sk: 'IDENTITY' }),
  /** Binding codes an identity tried in vain. */
  tries: (appId: string, openId: string): Key => ({ pk: `W#${appId}#${openId}`, sk: 'TRIES' }),
  /** A sign-in on the web that was begun, and that it was finished. */
  webState: (hash: string): Key => ({ pk: `S#${hash}`, sk: 'STATE' }),
  webStateUsed: (hash: string): Key => ({ pk: `S#${hash}`, sk: 'USED' }),
  bindingCode: (hash: string): Key => ({ pk: `C#${hash}`, sk: 'CODE' }),
  /** Step n of a county's trail of roles. */
  roleStep: (countyId: string, n: number): Key => ({ pk: rolesPartition(countyId), sk: `${roleStepPrefix}${serial(n)}` }),
  /** That the step asked for by this person under their client's id is in the trail, and its number. */
  roleStepId: (countyId: string, by: string, id: string): Key => ({ pk: rolesPartition(countyId), sk: `I#${by}#${id}` }),
  roleHolder: (scope: string, role: string, personId: string): Key => ({ pk: rolesPartition(countyOf(scope)), sk: `${roleHolderPrefix(scope)}#${role}#${personId}` }),
  /** That a county had its first secretary appointed. */
  firstSecretary: (countyId: string): Key => ({ pk: rolesPartition(countyId), sk: 'FIRST' }),
  demoAccount: (code: string): Key => ({ pk: 'DEMO', sk: code }),
}

/** The local date in a read's sort key. */
export const dateOfRead = (sk: string): string => sk.slice(readPrefix.length, readPrefix.length + 10)

/** The event in the sort key of a scan, of its undoing, or of a look at it by the level above; undefined of any other entry. */
export const eventOfScan = (sk: string): string | undefined => sk.match(/^L#[SK]#([^#]+)#/)?.[1]

/** The host an event's id names: `<hostId>~<client's id>`. */
export const hostOf = (eventId: string): string => eventId.slice(0, eventId.indexOf('~'))
