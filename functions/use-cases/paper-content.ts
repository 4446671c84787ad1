import { createHash } from 'node:crypto'
import type { Application, ApplicationState, ChainHead } from '@shared/model/application'
import type { PaperKind } from '@shared/model/document'
import { countyOf } from '@shared/model/org'
import { type Refusal, refuse } from '@shared/model/refusal'
import { lastOf } from '@shared/rules/application-order'
import { maskedName } from '../core/masked-name'
import { procedureInForce } from '../core/procedure-in-force'
import type { About } from '../documents/about'
import type { Attached, Dossier } from '../documents/dossier'
import type { PaperContent } from '../documents/render'
import type { Uploaded } from '../store/attachments'
import type { Me } from '../store/people'
import { committeeOf } from '../store/plan'
import { readProcedures } from '../store/procedure'
import { applicantsIn } from './applicants-in'
import { branchesBelow } from './branches-below'
import { meetingMinutes } from './meeting-minutes'
import type { Context } from './context'
import { namesOf } from './names-of'
import { orgName } from './show-person'

export interface PaperFacts {
  me: Me & { branch: string }
  application: Application
  about: About
  head: ChainHead | undefined
  files: readonly Uploaded[]
  /** Of minutes: the meeting they are of, where it is not that of the latest vote. */
  meetingId?: string | undefined
  /** The bytes of a photo that is kept. */
  photoOf: (photoId: string) => Promise<Uint8Array | undefined>
}

/** What of the application a paper prints; undefined where that was not done yet. */
export const printedBy = (kind: PaperKind, application: Application, meetingId?: string) => {
  const act = ({ 'application-letter': 'apply', 'admission-form': 'fill-form', 'branch-minutes': 'vote', 'public-notice': 'open-notice', 'e-file': 'swear-in' } as const)[kind]
  const step = lastOf(application, act)
  // A meeting that has not voted yet: with the next vote its minutes say something else.
  if (act === 'vote' && meetingId !== undefined && !(step?.act === 'vote' && step.facts.meetingId === meetingId)) return { act, n: application.version }
  return step && { act, n: step.n }
}

export const committeeName = async (context: Context, branch: string): Promise<string> => {
  const name = await orgName(context, committeeOf(branch))
  return /[团党]委$/.test(name) ? name : `${name}团委`
}

/** Everybody that a paper may name. */
const peopleOf = ({ steps }: Application): string[] => steps.flatMap((step) => [step.by, ...(step.act === 'fill-form' ? step.facts.introducers : step.act === 'introduce' ? [step.facts.introducer] : [])])

const attachedOf = (application: Application, files: readonly Uploaded[]): Attached[] => {
  const photos = (what: string, of: readonly { sha256: string }[] = []): Attached[] => of.map(({ sha256 }, i) => ({ what: `${what}${of.length > 1 ? ` ${i + 1}` : ''}`, sha256 }))
  return [
    ...photos('纸质申请书照片', lastOf(application, 'apply')?.facts.photos),
    ...application.steps.flatMap((step) => (step.act === 'record-route' && step.facts.route === 'pioneer-recommendation' ? photos('推优材料照片', step.facts.photos) : [])),
    ...files.flatMap(({ kind = 'scan', sha256, bytes, pages }) => (sha256 !== undefined && kind === 'scan' ? [{ what: '入团志愿书扫描件', sha256, bytes, pages }] : [])),
  ]
}

const votedOn: readonly ApplicationState[] = ['branch-voted', 'committee-approved', 'filed', 'sworn-in', 'archived', 'rejected', 'returned']
const noticed: readonly ApplicationState[] = ['public-notice', 'form-filled', ...votedOn]

/** The minutes of the asked meeting of a candidate, planned ones too; else of the one that the vote was at. Of one that was not planned here, everyone whose vote was at it, the asked one always among them. */
const minutesOf = async (context: Context, { me, application, about, meetingId }: PaperFacts): Promise<PaperContent | Refusal> => {
  const vote = lastOf(application, 'vote')
  const asked = meetingId ?? vote?.facts.meetingId
  if (asked === undefined) return refuse('paper-not-ready')
  const held = await meetingMinutes(context, me.branch, asked)
  if (meetingId !== undefined && !held?.candidates.some(({ personId }) => personId === me.personId)) return refuse('not-found')
  if (held) {
    const { quorum: { moreThan: [part, of] } } = procedureInForce(await readProcedures(context.table, countyOf(me.branch)), held.date, vote ? Date.parse(vote.at) : context.now()).content.vote
    const candidates = held.candidates.map(({ name, number, introducers, vote: counted }) => ({
      name, introducers, ...(number !== undefined && { note: `编号 ${number}` }), ...(counted && { vote: { ...counted, quorate: counted.present * of > counted.shouldAttend * part }, words: counted.words, named: counted.named }),
    }))
    return { kind: 'branch-minutes', about, minutes: { ...held, candidates } }
  }
  if (!vote) return refuse('paper-not-ready')
  const others = (await applicantsIn(context, [me.branch], votedOn)).filter((one) => one.me.personId !== me.personId)
  const found = [{ me, application }, ...others].flatMap((one) => {
    const step = lastOf(one.application, 'vote')
    return step?.facts.meetingId === vote.facts.meetingId ? [{ ...one, step }] : []
  })
  const names = await namesOf(context, found.flatMap((one) => lastOf(one.application, 'fill-form')?.facts.introducers ?? []))
  const candidates = found.map((one) => ({
    name: one.me.name, note: one.me.className, introducers: (lastOf(one.application, 'fill-form')?.facts.introducers ?? []).map((id) => names.get(id) ?? ''), vote: one.step.facts, words: one.step.texts?.words,
  }))
  const { date, shouldAttend } = vote.facts
  return { kind: 'branch-minutes', about, minutes: { branchName: about.orgName, date, shouldAttend, present: Math.max(...candidates.map((one) => one.vote.present)), candidates } }
}

/** Everyone of the committee whose notice says the same: one sheet of paper on the board. */
const noticeContent = async (context: Context, { me, application, about }: PaperFacts): Promise<PaperContent | Refusal> => {
  const opened = lastOf(application, 'open-notice')
  if (!opened) return refuse('paper-not-ready')
  const { from, until } = opened.facts
  const place = opened.texts?.place ?? ''
  const others = (await applicantsIn(context, await branchesBelow(context, committeeOf(me.branch)), noticed)).filter((one) => one.me.personId !== me.personId)
  const found = [{ me, application }, ...others].filter((one) => {
    const step = lastOf(one.application, 'open-notice')
    return step?.facts.from === from && step.facts.until === until && step.texts?.place === opened.texts?.place
  })
  const people = await Promise.all(found.map(async (one) => ({ shown: lastOf(one.application, 'open-notice')?.facts.masked ? maskedName(one.me.name) : one.me.name, branchName: await orgName(context, one.me.branch) })))
  const { workingDays } = procedureInForce(await readProcedures(context.table, countyOf(me.branch)), from, Date.parse(opened.at)).content.notice
  const committee = await committeeName(context, me.branch)
  // Nothing on it, nor in the file, gives a masked name away.
  return { kind: 'public-notice', about: { ...about, orgName: committee, name: maskedName(me.name) }, notice: { committeeName: committee, from, until, workingDays, place, people: people.sort((a, b) => a.branchName.localeCompare(b.branchName, 'zh-CN', { numeric: true })) } }
}

/** The photos of a letter on paper, by hash; one whose bytes are not those that the trail names is left out. */
const picturesOf = async ({ application, photoOf }: PaperFacts): Promise<Map<string, Uint8Array>> => {
  const photos = lastOf(application, 'apply')?.facts.photos ?? []
  const read = await Promise.all(photos.map(async ({ photoId, sha256 }) => [sha256, await photoOf(photoId)] as const))
  return new Map(read.flatMap(([sha256, bytes]) => (bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? [[sha256, bytes] as const] : [])))
}

const dossierOf = async (context: Context, kind: PaperKind, facts: PaperFacts): Promise<Dossier> => {
  const { me, application, about, head, files } = facts
  const [names, policy, pictures] = await Promise.all([namesOf(context, peopleOf(application)), context.policy(countyOf(me.branch)), kind === 'admission-form' ? new Map<string, Uint8Array>() : picturesOf(facts)])
  return {
    about, application, head, birthDate: me.birthDate ?? '', branchName: about.orgName, committeeName: await committeeName(context, me.branch), nameOf: (id) => names.get(id) ?? '', attachments: attachedOf(application, files), pictures,
    rulesOf: (version) => policy.ruleSets.find(({ ruleSet }) => ruleSet.version === version)?.ruleSet,
  }
}

/** What a paper says, and every name on it that must be printable; or that it is too early for it. */
export const paperContent = async (context: Context, kind: PaperKind, facts: PaperFacts): Promise<{ content: PaperContent; names: string[] } | Refusal> => {
  const { application, me } = facts
  if (!printedBy(kind, application, facts.meetingId)) return refuse('paper-not-ready')
  if (kind === 'branch-minutes' || kind === 'public-notice') {
    const content = await (kind === 'branch-minutes' ? minutesOf : noticeContent)(context, facts)
    if ('refused' in content) return content
    return { content, names: content.kind === 'branch-minutes' ? content.minutes.candidates.flatMap(({ name, introducers }) => [name, ...introducers]) : content.kind === 'public-notice' ? content.notice.people.map(({ shown }) => shown) : [] }
  }
  if (kind === 'e-file' && application.state !== 'sworn-in' && application.state !== 'archived') return refuse('paper-not-ready')
  const dossier = await dossierOf(context, kind, facts)
  const named = kind === 'application-letter' ? [] : kind === 'admission-form' ? (lastOf(application, 'fill-form')?.facts.introducers ?? []) : peopleOf(application)
  const mentors = kind === 'e-file' ? (lastOf(application, 'name-activist')?.texts?.mentors ?? []) : []
  return { content: { kind, dossier }, names: [me.name, ...named.map(dossier.nameOf), ...mentors] }
}
