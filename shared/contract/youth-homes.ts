import { findings, standardNames } from '../model/youth-home'
import * as z from 'zod'
import { clientId, instant, localDate, orgId, personId, shortText } from './common'
import { endpoint } from './endpoint'

/** `<township>.home` */
const homeId = z.string().max(80).regex(/^[a-z0-9-]+\.[a-z0-9-]+\.home$/)
/** HH:MM, Asia/Shanghai. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const closing = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
/** By weekday, Monday first. */
const hours = z.array(z.array(z.object({ from: clock, to: closing })).max(3)).length(7)
const month = z.string().regex(/^\d{4}-\d{2}$/)
const whole = z.number().int()
const revision = whole.min(0).max(1_000_000)
const standardName = z.enum(standardNames)
const state = z.enum(['not-assessed', ...findings])

/** Links end after five minutes. `usedBefore`: the same picture came with another photo; staff see it. */
const photo = z.object({ photoId: clientId, state: z.enum(['waiting', 'ready', 'refused']), url: z.string().optional(), thumbnailUrl: z.string().optional(), usedBefore: z.boolean().optional() })
const written = { revision: whole, at: instant.optional(), byName: z.string().optional() }
const assessment = z.object({ n: whole, standard: standardName, state: z.enum(findings), words: z.string(), ofRevision: whole, at: instant, byName: z.string() })
const holding = z.object({ holdingId: z.string(), personId, name: z.string(), branchName: z.string().optional(), from: localDate, to: localDate.optional() })

const project = { title: shortText(40), about: shortText(500).optional(), since: localDate, endedOn: localDate.optional() }
const post = { title: shortText(30), about: shortText(300).optional(), places: whole.min(1).max(50), endedOn: localDate.optional() }
const profile = { introduction: shortText(1000), address: shortText(120), hours, contact: shortText(60).optional(), notice: shortText(200).optional() }

/** Who wrote and assessed, assessors' words, who holds a post and who manages: shown to staff of the home and above it. */
const home = z.object({
  homeId, name: z.string(), townshipName: z.string(), may: z.object({ edit: z.boolean(), assess: z.boolean() }),
  profile: z.object({ ...written, introduction: z.string().optional(), address: z.string().optional(), hours: hours.optional(), contact: z.string().optional(), notice: z.string().optional(), cover: photo.optional() }),
  standards: z.array(z.object({ ...written, standard: standardName, words: z.string().optional(), evidence: z.array(photo), state, changedSince: z.boolean(), assessment: assessment.optional(), history: z.array(assessment).optional() })),
  projects: z.array(z.object({ projectId: clientId, revision: whole, ...project })),
  posts: z.array(z.object({ postId: clientId, revision: whole, ...post, free: whole, holdings: z.array(holding).optional() })),
  month: z.object({ month, came: whole, distinct: whole, events: whole }),
  /** The caller's own visits there this month, as they count. */
  visits: whole.optional(),
  managers: z.array(z.string()).optional(),
})
export type HomeView = z.infer<typeof home>

const managed = { who: 'roles', roles: ['home-manager'], scope: 'org' } as const
const watched = { who: 'roles', roles: ['home-manager', 'committee', 'county-committee'], scope: 'org' } as const
const params = z.object({ org: homeId })

export const youthHomeEndpoints = {
  listYouthHomes: endpoint({
    method: 'GET', path: '/v1/homes', summary: 'The Youth Homes of the caller’s county: their own township’s first, then those they go to', access: { who: 'signed-in' },
    answer: z.object({ homes: z.array(z.object({
      homeId, name: z.string(), townshipName: z.string(), own: z.boolean(), visits: whole, introduction: z.string().optional(), address: z.string().optional(), hours: hours.optional(), notice: z.string().optional(), coverUrl: z.string().optional(),
    })) }),
  }),
  showYouthHome: endpoint({ method: 'GET', path: '/v1/homes/{org}', summary: 'One Youth Home: profile, standards, projects, posts, this month', access: { who: 'signed-in' }, params, answer: home }),
  saveHomeProfile: endpoint({
    method: 'POST', path: '/v1/homes/{org}/profile', summary: 'Save a home’s profile on the revision that was read (0: none yet)', access: managed, params,
    body: z.object({ id: clientId, revision, ...profile, coverId: clientId.optional() }), answer: home,
  }),
  saveHomeStandard: endpoint({
    method: 'POST', path: '/v1/homes/{org}/standards/{standard}', summary: 'Say and show how a standard is met, on the revision that was read; photos are the caller’s own or those shown before', access: managed,
    params: params.extend({ standard: standardName }), body: z.object({ id: clientId, revision, words: shortText(1000), photoIds: z.array(clientId).max(6).default([]) }), answer: home,
  }),
  assessHome: endpoint({
    method: 'POST', path: '/v1/homes/{org}/standards/{standard}/assessments', summary: 'Assess a standard: of the revision that was looked at, after the last assessment that was seen (0: none)', access: { who: 'roles', roles: ['county-committee'], scope: 'org' },
    params: params.extend({ standard: standardName }), body: z.object({ id: clientId, state: z.enum(findings), words: shortText(500), ofRevision: revision, after: revision }), answer: home, status: 201,
  }),
  saveHomeProject: endpoint({
    method: 'POST', path: '/v1/homes/{org}/projects/{projectId}', summary: 'Add, change or end a project, on the revision that was read', access: managed,
    params: params.extend({ projectId: clientId }), body: z.object({ id: clientId, revision, ...project }), answer: home,
  }),
  saveHomePost: endpoint({
    method: 'POST', path: '/v1/homes/{org}/posts/{postId}', summary: 'Add, change or end a practice post, on the revision that was read', access: managed,
    params: params.extend({ postId: clientId }), body: z.object({ id: clientId, revision, ...post }), answer: home,
  }),
  findPostHolders: endpoint({
    method: 'GET', path: '/v1/homes/{org}/candidates', summary: 'Who may hold a post, by name: members of the township, and whoever came to the home this month or in the two before', access: managed,
    params, query: z.object({ name: z.string().trim().min(2).max(40) }), answer: z.object({ people: z.array(z.object({ personId, name: z.string(), branchName: z.string().optional() })), more: z.boolean() }),
  }),
  assignPost: endpoint({
    method: 'POST', path: '/v1/homes/{org}/posts/{postId}/holders', summary: 'Give a member a post from a day on; never more than its places on any day', access: managed,
    params: params.extend({ postId: clientId }), body: z.object({ id: clientId, personId, from: localDate, to: localDate.optional() }), answer: home, status: 201,
  }),
  endPostHolding: endpoint({
    method: 'POST', path: '/v1/homes/{org}/posts/{postId}/holders/{holdingId}/end', summary: 'Say the last day on which a member holds a post', access: managed,
    params: params.extend({ postId: clientId, holdingId: clientId }), body: z.object({ id: clientId, to: localDate }), answer: home,
  }),
  listHomeStandards: endpoint({
    method: 'GET', path: '/v1/home-standards', summary: 'Where the homes in an organisation stand by the five standards', access: watched, query: z.object({ org: orgId }),
    answer: z.object({ homes: z.array(z.object({ homeId, name: z.string(), standards: z.array(z.object({ standard: standardName, state, changedSince: z.boolean(), revision: whole })) })) }),
  }),
  showHomeFigures: endpoint({
    method: 'GET', path: '/v1/home-figures', summary: 'Twelve months of the homes in an organisation: who came, how often, what was held, and attendance against capacity', access: watched, query: z.object({ org: orgId }),
    answer: z.object({ months: z.array(month), homes: z.array(z.object({ homeId, name: z.string(), months: z.array(z.object({ distinct: whole, events: whole, came: whole, seated: whole, capacity: whole })) })) }),
  }),
}
