import { above, inScope } from '@shared/model/org'
import { keys } from '../store/keys'
import { readMembers } from '../store/members'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import { cameTo, readHomeVisitors } from '../store/youth-homes'
import type { Actor, Context } from './context'
import { eachOf } from './each-of'
import { todayOf } from './home-terms'
import { branchesBelow } from './branches-below'

/** This month and the two before, as YYYY-MM. */
export const recentMonths = (context: Context, count = 3): string[] => {
  const [year = 0, month = 0] = todayOf(context).split('-').map(Number)
  return Array.from({ length: count }, (_, i) => new Date(Date.UTC(year, month - 1 - i)).toISOString().slice(0, 7))
}

const townshipOf = (homeId: string) => above(homeId)[0] ?? homeId

/** Whether a person may hold a post of a home: a member of its township, or one who came to it lately. */
export const mayHold = async (context: Context, homeId: string, { personId, branch }: Pick<Actor, 'personId' | 'branch'>): Promise<boolean> =>
  branch !== undefined && (inScope(townshipOf(homeId), branch) || (await cameTo(context.table, homeId, recentMonths(context), personId)))

/** All of them, without the asking one. */
export const everyoneWhoMayHold = async (context: Context, homeId: string, actor: Actor): Promise<Pick<Me, 'personId' | 'name' | 'branch'>[]> => {
  const branches = await branchesBelow(context, townshipOf(homeId))
  const members = (await eachOf(branches, 8, async (branch) => (await readMembers(context.table, branch)).map(({ personId, name }) => ({ personId, name, branch })))).flat()
  const known = new Set(members.map(({ personId }) => personId))
  const visitors = [...new Set((await Promise.all(recentMonths(context).map((month) => readHomeVisitors(context.table, homeId, month)))).flat())].filter((personId) => !known.has(personId))
  const accounts = (await getItems<Me>(context.table, visitors.map(keys.me))).flatMap((me) => (me?.branch === undefined ? [] : [me]))
  return [...members, ...accounts].filter(({ personId }) => personId !== actor.personId)
}
