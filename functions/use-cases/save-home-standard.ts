import { standingOf } from '../core/youth-home'
import type { UseCase } from '../http/app'
import { appendHomeStandard, readYouthHome } from '../store/youth-homes'
import { homeAfter } from './home-answer'
import { faultsOfPhotos, namePhotos } from './home-photos'
import { saveRevision } from './save-revision'

/** Adds a revision of what the managers say and show for a standard; earlier ones stay, for an assessment names the one it looked at. */
export const saveHomeStandard: UseCase<'saveHomeStandard'> = (context, { org, standard, id, revision, words, photoIds }, { actor }) =>
  homeAfter(context, org, actor, async () => {
    const home = await readYouthHome(context.table, org, true)
    const evidence = namePhotos(actor, photoIds, home.standards.filter((one) => one.standard === standard).flatMap((one) => one.evidence))
    const check = async () => {
      const errors = await faultsOfPhotos(context, evidence)
      return errors.length ? { refused: 'invalid-input' as const, errors } : undefined
    }
    const read = async () => standingOf(await readYouthHome(context.table, org, true), standard).last
    return saveRevision(context, actor, { id, revision }, { standard, words, evidence }, read, check, (next) => appendHomeStandard(context.table, org, next))
  })
