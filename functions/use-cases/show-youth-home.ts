import type { HomeView } from '@shared/contract/youth-homes'
import { above, countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { type HomeAssessment, type PhotoOf, standardNames, type YouthHome } from '@shared/model/youth-home'
import { localDateIn } from '@shared/rules/local-date-in'
import { freeOn } from '../core/home-posts'
import { may } from '../core/may'
import { standingOf } from '../core/youth-home'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import type { Me } from '../store/people'
import type { Photo } from '../store/photos'
import { readRoleHoldersPage } from '../store/role-trail'
import { getItems } from '../store/table'
import { readHomeMonths, readYouthHome } from '../store/youth-homes'
import type { Actor, Context } from './context'
import { countiesOf } from './list-youth-homes'
import { orgName } from './show-person'
import { showPhoto } from './show-upload'
import { visitsOf, zone } from './visits-of'

/** A home's photos as links; who only looks at the home sees those that are ready. */
const photosOf = async (context: Context, home: YouthHome, staff: boolean) => {
  const named = [...(home.profile?.cover ? [home.profile.cover] : []), ...standardNames.flatMap((standard) => standingOf(home, standard).last?.evidence ?? [])]
  const read = await getItems<Photo>(context.table, named.map(({ personId, photoId }) => keys.photo(personId, photoId)))
  return async ({ personId, photoId }: PhotoOf) => {
    const photo = read.find((one) => one?.personId === personId && one.photoId === photoId)
    if (!photo || (!staff && photo.state !== 'ready')) return []
    const { state, url, thumbnailUrl, usedBefore } = await showPhoto(context, photo)
    return [{ photoId, state, url, thumbnailUrl, ...(staff && { usedBefore }) }]
  }
}

/** The people a home's staff reads about: who wrote, assessed, holds a post or manages. */
const peopleOf = async (context: Context, homeId: string, home: YouthHome) => {
  const managers = (await readRoleHoldersPage(context.table, homeId, 50)).items.filter(({ role }) => role === 'home-manager').map(({ personId }) => personId)
  const ids = new Set([...managers, home.profile?.by, ...home.standards.map(({ by }) => by), ...home.assessments.map(({ by }) => by), ...home.posts.flatMap(({ holdings }) => holdings.map(({ personId }) => personId))])
  const people = await getItems<Me>(context.table, [...ids].flatMap((id) => (id === undefined ? [] : [keys.me(id)])))
  const byId = new Map(people.flatMap((me) => (me ? [[me.personId, me] as const] : [])))
  return { byId, managers: managers.flatMap((id) => byId.get(id)?.name ?? []), nameOf: (id: string) => byId.get(id)?.name ?? '' }
}

/** A home as it is answered to somebody; `home` as it was read, or as a write left it. */
export const viewOfHome = async (context: Context, homeId: string, home: YouthHome, actor: Actor): Promise<HomeView> => {
  const staff = may(actor.roles, ['home-manager', 'committee', 'county-committee'], homeId)
  const today = localDateIn(zone, context.now())
  const month = today.slice(0, 7)
  const [show, people, months, visits] = await Promise.all([
    photosOf(context, home, staff), staff ? peopleOf(context, homeId, home) : undefined, readHomeMonths(context.table, homeId, month, month), visitsOf(context, actor, month),
  ])
  const { came, distinct, events } = months.get(month) ?? { came: 0, distinct: 0, events: 0 }
  const stamp = (one: { at: string; by: string } | undefined) => (one && people ? { at: one.at, byName: people.nameOf(one.by) } : {})
  const found = ({ n, standard, state, words, ofRevision, at, by }: HomeAssessment) => ({ n, standard, state, words, ofRevision, at, byName: people?.nameOf(by) ?? '' })
  const { introduction, address, hours, contact, notice, cover, revision = 0 } = home.profile ?? {}
  return {
    homeId, name: await orgName(context, homeId), townshipName: await orgName(context, above(homeId)[0] ?? homeId),
    may: { edit: may(actor.roles, ['home-manager'], homeId), assess: may(actor.roles, ['county-committee'], homeId) },
    profile: { revision, ...stamp(home.profile), introduction, address, hours, contact, notice, cover: cover && (await show(cover))[0] },
    standards: await Promise.all(
      standardNames.map(async (standard) => {
        const { last, assessment, state, changedSince } = standingOf(home, standard)
        const history = home.assessments.filter((one) => one.standard === standard)
        return {
          standard, revision: last?.revision ?? 0, ...stamp(last), words: last?.words, evidence: (await Promise.all((last?.evidence ?? []).map(show))).flat(), state, changedSince,
          ...(people && { ...(assessment && { assessment: found(assessment) }), history: history.map(found).reverse() }),
        }
      }),
    ),
    projects: home.projects.map(({ projectId, revision: at, title, about, since, endedOn }) => ({ projectId, revision: at, title, about, since, endedOn })).sort((a, b) => (a.since > b.since ? -1 : 1)),
    posts: await Promise.all(
      home.posts.map(async (post) => ({
        postId: post.postId, revision: post.revision, title: post.title, about: post.about, places: post.places, endedOn: post.endedOn, free: freeOn(post, today),
        ...(people && {
          holdings: await Promise.all(post.holdings.map(async ({ holdingId, personId, from, to }) => {
            const branch = people.byId.get(personId)?.branch
            return { holdingId, personId, name: people.nameOf(personId), from, to, ...(branch !== undefined && { branchName: await orgName(context, branch) }) }
          })),
        }),
      })),
    ),
    month: { month, came, distinct, events }, ...(actor.branch !== undefined && { visits: visits.get(homeId)?.size ?? 0 }), ...(people && { managers: people.managers }),
  }
}

/** Whether there is such a home: an id may look like one. */
export const isHome = async (context: Context, homeId: string): Promise<boolean> => (await context.orgs(countyOf(homeId))).get(homeId)?.kind === 'home'

/** A home to anyone of its county; of another county one hears the same as of none. */
export const showYouthHome: UseCase<'showYouthHome'> = async (context, { org }, { actor }) => {
  if (!countiesOf(actor).includes(countyOf(org))) return refuse('not-allowed')
  return (await isHome(context, org)) ? viewOfHome(context, org, await readYouthHome(context.table, org), actor) : refuse('not-found')
}
