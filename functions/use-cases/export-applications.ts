import { type ActName, type Application, applicationStates, type ApplicationStep, type StepOf } from '@shared/model/application'
import { countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { lastOf, noticeOf } from '@shared/rules/application-order'
import { dateOf } from '../core/date-of-step'
import { maskedName } from '../core/masked-name'
import { type AdmissionRow, developmentSheet, type NoticeRow, noticeSheet } from '../exports/admission-sheets'
import type { writeSheet } from '../exports/write-sheet'
import type { UseCase } from '../http/app'
import { type Applicant, applicantsIn } from './applicants-in'
import { branchesBelow } from './branches-below'
import { asFile, byClassAndNumber } from './export-file'
import { namesOf } from './names-of'
import { policyAt } from './read-person'
import { orgName } from './show-person'

/** An application that came to nothing is in no list of who is developed. */
const developed = applicationStates.filter((state) => state !== 'withdrawn' && state !== 'terminated' && state !== 'rejected')

const datesOf = (timeZone: string, application: Application): AdmissionRow['dates'] => {
  const on = (act: ActName, say = (step: ApplicationStep) => dateOf(timeZone, step)): string | undefined => {
    const step = lastOf(application, act)
    return step && say(step)
  }
  const { opened, closed } = noticeOf(application)
  const dates: Record<keyof AdmissionRow['dates'], string | undefined> = {
    applied: on('apply'), talked: on('talk'), activist: on('name-activist'), candidate: on('propose-candidate'), 'pre-reviewed': on('pre-review'), 'notice-from': opened?.facts.from, 'notice-until': closed?.facts.date ?? opened?.facts.until,
    form: on('fill-form'), voted: on('vote', (step) => ((step as StepOf<'vote'>).facts.passed ? dateOf(timeZone, step) : '')), approved: on('approve'), filed: on('file'), 'sworn-in': on('swear-in'),
  }
  return Object.fromEntries(Object.entries(dates).filter(([, date]) => date !== undefined))
}

const inOrder = (found: readonly Applicant[]): Applicant[] => [...found].sort((a, b) => (a.me.branch === b.me.branch ? byClassAndNumber(a.me, b.me) : a.me.branch.localeCompare(b.me.branch, 'zh-CN', { numeric: true })))

/** Everyone who is or was on the way into the League, with the date of each stage. A list shows what the task needs and opens nobody's file. */
export const exportDevelopmentWith = (write: typeof writeSheet): UseCase<'exportDevelopment'> => async (context, { org, format }) => {
  if (!(await context.orgs(countyOf(org))).has(org)) return refuse('not-found')
  const [found, { ruleSet: { timeZone } }] = await Promise.all([applicantsIn(context, await branchesBelow(context, org), developed), policyAt(context, org, context.now())])
  const introducersOf = (application: Application) => lastOf(application, 'fill-form')?.facts.introducers ?? []
  const names = await namesOf(context, found.flatMap(({ application }) => introducersOf(application)))
  const rows = await Promise.all(inOrder(found).map(async ({ me, application }): Promise<AdmissionRow> => ({
    name: me.name, birthDate: me.birthDate, className: me.className, branchName: await orgName(context, me.branch), state: application.state, number: lastOf(application, 'pre-review')?.facts.number,
    ethnicity: lastOf(application, 'fill-form')?.texts?.form.ethnicity, introducers: introducersOf(application).map((id) => names.get(id) ?? ''), mentors: lastOf(application, 'name-activist')?.texts?.mentors ?? [], dates: datesOf(timeZone, application),
  })))
  return asFile(context, `发展团员花名册-${await orgName(context, org)}`, developmentSheet(rows), format, write)
}

/** Those whose notice runs, as it is posted. */
export const exportNoticesWith = (write: typeof writeSheet): UseCase<'exportNotices'> => async (context, { org, format }) => {
  if (!(await context.orgs(countyOf(org))).has(org)) return refuse('not-found')
  const found = await applicantsIn(context, await branchesBelow(context, org), ['public-notice'])
  const rows = await Promise.all(inOrder(found).map(async ({ me, application }): Promise<NoticeRow | undefined> => {
    const { opened, closed } = noticeOf(application)
    if (!opened || closed) return undefined
    const { from, until, masked } = opened.facts
    return { shown: masked ? maskedName(me.name) : me.name, className: me.className, branchName: await orgName(context, me.branch), from, until, place: opened.texts?.place ?? '' }
  }))
  return asFile(context, `发展对象公示名单-${await orgName(context, org)}`, noticeSheet(rows.filter((row) => row !== undefined)), format, write)
}
