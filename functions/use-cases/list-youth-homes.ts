import { above, countyOf, inScope } from '@shared/model/org'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import type { Photo } from '../store/photos'
import { getItems } from '../store/table'
import { readHomeProfiles } from '../store/youth-homes'
import type { Actor } from './context'
import { orgName } from './show-person'
import { showPhoto } from './show-upload'
import { visitsOf } from './visits-of'

/** The counties somebody belongs to or has a role in. */
export const countiesOf = ({ branch, county, roles }: Pick<Actor, 'branch' | 'county' | 'roles'>): string[] =>
  [...new Set([...(branch === undefined ? [] : [branch]), ...(county === undefined ? [] : [county]), ...roles.map(({ scope }) => scope)].map(countyOf))].sort()

/** Every Youth Home of the caller's counties: their own township's first, then those they go to most, then by id. */
export const listYouthHomes: UseCase<'listYouthHomes'> = async (context, _input, { actor }) => {
  const found = (await Promise.all(countiesOf(actor).map((county) => context.orgs(county)))).flatMap((orgs) => [...orgs.values()]).filter(({ kind }) => kind === 'home')
  const [profiles, visits] = await Promise.all([readHomeProfiles(context.table, found.map(({ id }) => id)), visitsOf(context, actor)])
  const covers = await getItems<Photo>(context.table, profiles.flatMap((profile) => (profile?.cover ? [keys.photo(profile.cover.personId, profile.cover.photoId)] : [])))
  const homes = await Promise.all(
    found.map(async ({ id, name }, i) => {
      const { introduction, address, hours, notice, cover } = profiles[i] ?? {}
      const picture = cover && covers.find((photo) => photo?.personId === cover.personId && photo.photoId === cover.photoId)
      const [township = id] = above(id)
      return {
        homeId: id, name, townshipName: await orgName(context, township), own: actor.branch !== undefined && inScope(township, actor.branch), visits: visits.get(id)?.size ?? 0,
        introduction, address, hours, notice, coverUrl: picture && (await showPhoto(context, picture)).thumbnailUrl,
      }
    }),
  )
  return { homes: homes.sort((a, b) => Number(b.own) - Number(a.own) || b.visits - a.visits || (a.homeId < b.homeId ? -1 : 1)) }
}
