import { platformName } from '@shared/model/import'
import { refuse } from '@shared/model/refusal'
import type { FoldedRecord } from '@shared/model/ledger'
import type { RecordView } from '@shared/contract/records'
import { foldLedger } from '../core/fold-ledger'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readLedger } from '../store/ledger'
import type { Photo } from '../store/photos'
import { getItems } from '../store/table'
import type { Context } from './context'
import { namesOf } from './names-of'
import { showPhoto } from './show-upload'

/** Records as answers show them: photos with links that end after five minutes, who entered and who decided by name. */
export const showRecords = async (context: Context, personId: string, records: readonly FoldedRecord[]): Promise<RecordView[]> => {
  const [nameOf, photos] = await Promise.all([
    namesOf(context, records.flatMap(({ source, submittedBy, decisions }) => [source === 'on-behalf' ? submittedBy : undefined, ...decisions.map(({ by }) => by)])),
    getItems<Photo>(context.table, records.flatMap(({ photoIds }) => photoIds.map((photoId) => keys.photo(personId, photoId)))),
  ])
  const photoOf = new Map(photos.flatMap((photo) => (photo ? [[photo.photoId, photo] as const] : [])))
  return Promise.all(
    records.map(async ({ id, submittedBy, why, photoIds, decisions, yields, origin, ...record }) => ({
      ...record,
      ...(origin && { origin: { platform: platformName(origin.platform), externalId: origin.externalId, certificate: origin.certificate, timesChosen: origin.timesChosen } }),
      recordId: id,
      personId,
      photos: await Promise.all(photoIds.flatMap((photoId) => photoOf.get(photoId) ?? []).map((photo) => showPhoto(context, photo))),
      ...(why !== undefined && { enteredBy: { personId: submittedBy, name: nameOf.get(submittedBy) ?? '', why } }),
      decisions: decisions.map(({ decisionId, verdict, reason, words, correction, at, by }) => ({ decisionId, verdict, reason, words, correction, at, byName: nameOf.get(by) ?? '' })),
    })),
  )
}

export const showRecord: UseCase<'showRecord'> = async (context, { personId, recordId }) => {
  const record = foldLedger(await readLedger(context.table, personId)).records.find(({ id }) => id === recordId)
  return record ? ((await showRecords(context, personId, [record]))[0] as RecordView) : refuse('not-found')
}
