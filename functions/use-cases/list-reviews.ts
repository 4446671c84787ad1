import type { FoldedRecord } from '@shared/model/ledger'
import { reviewers } from '@shared/contract/progress'
import { evaluate } from '@shared/rules/evaluate'
import { covering } from '../core/cut-overlaps'
import { collisionsOf, isOwn } from '../core/review-record'
import type { FoldedLedger } from '../core/fold-ledger'
import type { UseCase } from '../http/app'
import { keys, queuePartition, reviewPrefix } from '../store/keys'
import type { Me } from '../store/people'
import { type Key, queryPage, getItems } from '../store/table'
import { caseOf } from '../core/case-of'
import { branchesBelow } from './branches-below'
import { eachOf } from './each-of'
import { logRead } from './log-read'
import { pageAcross } from './page-across'
import { readPersonCase } from './read-person'
import { showPerson } from './show-person'
import { showRecords } from './show-record'

const notesAtOnce = 10

interface Waiting extends Key {
  personId: string
  recordId: string
  category: string
}

/** What approving one record would change now, requirement by requirement: `evaluate` with and without. */
const changeBy = (me: Me, folded: FoldedLedger, aCase: Parameters<typeof evaluate>[0], record: FoldedRecord) => {
  const approved = { ...folded, records: folded.records.map((one) => (one.id === record.id ? { ...one, status: 'approved' as const } : one)) }
  const before = evaluate(aCase).requirements
  const after = evaluate(caseOf(me, approved, { ruleSet: aCase.ruleSet, studyIssues: aCase.studyIssues ?? [] }, aCase.asOf)).requirements
  return after.flatMap((to, i) => {
    const from = before[i]
    return from && (from.achieved !== to.achieved || from.met !== to.met) ? [{ key: to.key, from: from.achieved, to: to.achieved, required: to.required, met: to.met }] : []
  })
}

/**
 * The queue of an organisation's branches, oldest first within each; a record decided a moment ago is left out though the projection still has it. A record with
 * its photos is part of a file: whoever reads the queue has looked at it, and it is noted before it is answered.
 */
export const listReviews: UseCase<'listReviews'> = async (context, { org, category, cursor, limit }, { actor }) => {
  const show = async (waiting: Waiting[]) => {
    const people = await getItems<Me>(context.table, waiting.map(({ personId }) => keys.me(personId)))
    const folds = new Map<string, ReturnType<typeof readPersonCase>>()
    return Promise.all(
      waiting.map(async ({ personId, recordId, category: its }, i) => {
        const me = people[i]
        // Whoever moved away is waited for elsewhere; the queue follows in a moment.
        if (!me || queuePartition(me.branch ?? '') !== waiting[i]?.pk || (category !== undefined && its !== category)) return undefined
        const reading = folds.get(personId) ?? readPersonCase(context, me)
        folds.set(personId, reading)
        const { folded, case: aCase } = await reading
        const found = folded.records.find(({ id }) => id === recordId)
        if (found?.status !== 'pending') return undefined
        const [record] = await showRecords(context, personId, [found])
        if (!record) return undefined
        return {
          record,
          person: await showPerson(context, me),
          wouldChange: changeBy(me, folded, aCase, found),
          collisions: collisionsOf(found, folded).map(covering),
          own: isOwn(personId, found, actor.personId),
        }
      }),
    )
  }
  const page = await pageAcross(await branchesBelow(context, org), cursor, limit, (branch, most, after) => queryPage<Waiting>(context.table, { pk: queuePartition(branch), prefix: reviewPrefix }, most, after), show)
  const shown = new Set(page.items.map(({ person }) => person.personId))
  shown.delete(actor.personId)
  await eachOf([...shown], notesAtOnce, (personId) => logRead(context, actor, personId, 'records', reviewers))
  return page
}
