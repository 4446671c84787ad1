import { faultsOfContact, faultsOfHours } from '../core/youth-home'
import type { UseCase } from '../http/app'
import { readYouthHome, replaceHomeProfile } from '../store/youth-homes'
import { homeAfter } from './home-answer'
import { faultsOfPhotos, namePhotos } from './home-photos'
import { saveRevision } from './save-revision'

/** Saves a home's profile whole: what is left out is gone. */
export const saveHomeProfile: UseCase<'saveHomeProfile'> = (context, { org, id, revision, coverId, introduction, address, hours, contact, notice }, { actor }) =>
  homeAfter(context, org, actor, async () => {
    const read = async () => (await readYouthHome(context.table, org, true)).profile
    const shown = (await read())?.cover
    const [cover] = coverId === undefined ? [] : namePhotos(actor, [coverId], shown ? [shown] : [])
    const said = { introduction, address, hours, ...(contact !== undefined && { contact }), ...(notice !== undefined && { notice }), ...(cover && { cover }) }
    const check = async () => {
      const errors = [...faultsOfHours(hours), ...faultsOfContact(contact), ...(await faultsOfPhotos(context, cover ? [cover] : [])).map((error) => ({ ...error, path: 'coverId' }))]
      return errors.length ? { refused: 'invalid-input' as const, errors } : undefined
    }
    return saveRevision(context, actor, { id, revision }, said, read, check, (next) => replaceHomeProfile(context.table, org, next))
  })
