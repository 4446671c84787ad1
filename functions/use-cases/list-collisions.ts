import { reviewers } from '@shared/contract/progress'
import type { RecordView } from '@shared/contract/records'
import { attendanceCollisions } from '../core/attendance-collisions'
import { foldLedger } from '../core/fold-ledger'
import { isOwn } from '../core/review-record'
import type { UseCase } from '../http/app'
import { collisionPrefix, keys, queuePartition } from '../store/keys'
import { readLedger } from '../store/ledger'
import type { Me } from '../store/people'
import { type Key, getItems, queryPage } from '../store/table'
import { branchesBelow } from './branches-below'
import { eachOf } from './each-of'
import { logRead } from './log-read'
import { pageAcross } from './page-across'
import { showPerson } from './show-person'
import { showRecords } from './show-record'

interface Listed extends Key {
  personId: string
  recordId: string
}

/** Approved reports that attendance met, of an organisation's branches; one decided a moment ago is left out. Like the review queue a look at files: it is noted before it is answered. */
export const listCollisions: UseCase<'listCollisions'> = async (context, { org, cursor, limit }, { actor }) => {
  const show = async (rows: Listed[]) => {
    const people = await getItems<Me>(context.table, rows.map(({ personId }) => keys.me(personId)))
    return eachOf(rows, 10, async ({ personId, recordId }, i) => {
      const me = people[i]
      const collision = me && attendanceCollisions(foldLedger(await readLedger(context.table, personId))).find(({ record }) => record.id === recordId)
      if (!collision) return undefined
      const [record, ...attendance] = (await showRecords(context, personId, [collision.record, ...collision.attendance])) as [RecordView, ...RecordView[]]
      return { person: await showPerson(context, me), record, attendance, own: isOwn(personId, collision.record, actor.personId) }
    })
  }
  const page = await pageAcross(await branchesBelow(context, org), cursor, limit, (branch, most, after) => queryPage<Listed>(context.table, { pk: queuePartition(branch), prefix: collisionPrefix() }, most, after), show)
  const shown = new Set(page.items.map(({ person }) => person.personId))
  shown.delete(actor.personId)
  await eachOf([...shown], 10, (personId) => logRead(context, actor, personId, 'records', reviewers))
  return page
}
