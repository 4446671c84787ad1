import { countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { mayWalkIn } from '../core/check-in'
import { isNamed } from '../core/is-named'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { readRoster } from '../store/members'
import type { Member } from '../store/people'
import { branchesBelow } from './branches-below'
import { eachOf } from './each-of'
import { isOfSchool } from './is-of-school'
import { orgName } from './show-person'

const shownAtMost = 20
const branchesAtOnce = 10

/**
 * Whom a name that a manager noted may mean: members of the branches that may come to the event, exact names first, the caller left out. Rosters only are read, nobody's file:
 * what is shown is what tells two of one name apart.
 */
export const listEventPeople: UseCase<'listEventPeople'> = async (context, { eventId, name, branch }, { actor }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const county = countyOf(event.host)
  const ofSchool = await isOfSchool(context, event)
  const reached = (await branchesBelow(context, county)).filter((one) => mayWalkIn(event, one, ofSchool) && (branch === undefined || one === branch))
  const found = await eachOf(reached, branchesAtOnce, async (one) => (await readRoster(context.table, one)).filter((member) => member.personId !== actor.personId && isNamed(member, name)).map((member) => ({ member, branch: one })))
  const isExact = ({ member }: { member: Member }) => Number(member.name === name)
  const people = found.flat().sort((a, b) => isExact(b) - isExact(a))
  return {
    people: await Promise.all(people.slice(0, shownAtMost).map(async ({ member: { personId, name: its, className }, branch: of }) => ({ personId, name: its, ...(className !== undefined && { className }), branchName: await orgName(context, of) }))),
    more: people.length > shownAtMost,
  }
}
